import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { latestLooks } from '../common/contract/protection.ts'
import { registryOfficeMessages } from './messages.ts'
import { useWords } from '../ui/words.ts'

/** The audit administrator's page: who looked at personal data lately, and why; not whose it was. */
export function Page() {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const moment = useMoment()
  const asked = useAskList<typeof latestLooks>('registry.latest-looks', { limit: 100 })
  const heads = ['at', 'by', 'post', 'what', 'why', 'whose'] as const
  return (
    <OfficePage title={t('place.looks')} about={t('looks.audit-about')}>
      <AnsweredRows asked={asked} empty={<Blank title={t('looks.none')} />}>
        {rows => (
          <div style={{ overflowX: 'auto' }}>
            <table className="o-plain">
              <thead>
                <tr>
                  {heads.map(head => (
                    <th key={head} scope="col">
                      {t(`looks.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(look => (
                  <tr key={look.at + look.thingId + look.byId + (look.field ?? '')}>
                    <td>{moment(look.at)}</td>
                    <td>{look.byName}</td>
                    <td>{look.postTitle}</td>
                    <td>{look.field === null ? t('looks.page') : words.field('person', look.field)}</td>
                    <td>{look.reason}</td>
                    <td>{look.thingId.slice(-12)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </AnsweredRows>
    </OfficePage>
  )
}
