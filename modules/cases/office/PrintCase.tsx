import { PrintButton } from '#platform/ui/office/PrintButton.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { casePrintMessages } from '../common/print-messages.ts'

/** The case file on paper, as its reader sees it. */
export function PrintCase({ caseId }: { readonly caseId: string }) {
  const t = useText(casePrintMessages)
  return <PrintButton endpoint="cases.print" input={{ caseId }} label={t('print.button')} />
}
