import { createContext, type ReactNode, useContext } from 'react'
import type { OfficeModule, SubjectWords } from './office-module.ts'

export interface OwnPost {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly gridPath: string | null
  readonly roleName: string
}

/** Who works here, in which post, and what that post may do. */
export interface Session {
  readonly person: { readonly id: string; readonly name: string; readonly login: string }
  readonly post: OwnPost | null
  readonly posts: readonly OwnPost[]
  readonly permissions: readonly string[]
  readonly isDemo: boolean
  /** Works on in another of one's posts; resolves when everything may be asked again. */
  readonly switchPost: (postId: string) => Promise<boolean>
}

interface Office extends Session {
  readonly modules: readonly OfficeModule[]
  /** Called when the session was ended here. */
  readonly signedOut: () => void
}

const OfficeContext = createContext<Office | null>(null)

export function OfficeProvider(props: Office & { readonly children: ReactNode }) {
  const { children, ...office } = props
  return <OfficeContext.Provider value={office}>{children}</OfficeContext.Provider>
}

export function useSession(): Session {
  const office = useContext(OfficeContext)
  if (!office) throw new Error('useSession needs an OfficeProvider above it')
  return office
}

export function useMay(): (permission: string) => boolean {
  const { permissions } = useSession()
  return permission => permissions.includes(permission)
}

export function useOfficeModules(): readonly OfficeModule[] {
  return useContext(OfficeContext)?.modules ?? []
}

export function useSubjects(): Readonly<Record<string, SubjectWords>> {
  const modules = useOfficeModules()
  return Object.assign({}, ...modules.map(module => module.subjects)) as Record<string, SubjectWords>
}

export function useSignedOut(): () => void {
  return useContext(OfficeContext)?.signedOut ?? (() => {})
}
