import { type ComponentType, createContext, type ReactNode, useContext } from 'react'

/** A part of the case page that belongs to a module above this one: orders, calls, orders to a campaign. */
export interface CasePageSection {
  readonly key: string
  readonly Show: ComponentType<{ readonly caseId: string; readonly caseNumber: string }>
}

const CasePageSections = createContext<readonly CasePageSection[]>([])

interface ProviderProps {
  readonly sections: readonly CasePageSection[]
  readonly children: ReactNode
}

/** Around the whole office: the app knows every module, the case page none of them. */
export function CasePageSectionsProvider({ sections, children }: ProviderProps) {
  return <CasePageSections.Provider value={sections}>{children}</CasePageSections.Provider>
}

export function MoreOfTheCase({ caseId, caseNumber }: { readonly caseId: string; readonly caseNumber: string }) {
  return useContext(CasePageSections).map(({ key, Show }) => <Show key={key} caseId={caseId} caseNumber={caseNumber} />)
}
