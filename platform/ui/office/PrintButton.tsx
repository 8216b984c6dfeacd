import { Button } from 'antd'
import { toQueryString } from '../../contract/common/query-string.ts'
import { useLocale } from '../ui/use-text.ts'

interface PrintButtonProps {
  /** An endpoint that answers with a PDF. */
  readonly endpoint: string
  readonly input: Readonly<Record<string, string>>
  readonly label: string
  /** When several of them stand on a page: what this one prints. */
  readonly of?: string
}

/** Opens the paper in a window of its own, where the browser prints and keeps it. */
export function PrintButton({ endpoint, input, label, of }: PrintButtonProps) {
  const { locale } = useLocale()
  const address = `/api/${endpoint}?${toQueryString({ ...input, locale })}`
  return (
    <Button href={address} target="_blank" rel="noreferrer" {...(of ? { 'aria-label': `${label} ${of}` } : {})}>
      {label}
    </Button>
  )
}
