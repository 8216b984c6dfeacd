import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useExplain } from '../ui/client.tsx'

/** What went wrong, as a sentence; nothing when nothing did. */
export function Told({ trouble, children }: { readonly trouble: unknown; readonly children?: ReactNode }) {
  const explain = useExplain()
  if (!trouble) return null
  return (
    <Alert
      className="o-told"
      type="error"
      showIcon
      title={
        <>
          {explain(trouble)}
          {children}
        </>
      }
    />
  )
}
