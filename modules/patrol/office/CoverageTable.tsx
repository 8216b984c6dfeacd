import { Button } from 'antd'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { coverage } from '../common/contract.ts'
import { patrolMessages } from '../common/messages.ts'
import { patrolOfficeMessages } from './messages.ts'
import type { Days } from './PatrolPage.tsx'

interface CoverageTableProps {
  readonly days: Days
  readonly chosen: string | undefined
  readonly onChoose: (gridPath: string) => void
}

const heads = ['grid', 'rounds', 'points', 'in-time', 'late', 'skipped', 'left', 'found', 'why'] as const

/** By small grid; each line opens down to its rounds. Points and times, never distances. */
export function CoverageTable({ days, chosen, onChoose }: CoverageTableProps) {
  const t = useText(patrolOfficeMessages, patrolMessages)
  const asked = useAsk<typeof coverage>('patrol.coverage', { ...days, depth: 3 }, { keep: true })
  return (
    <section className="o-card" aria-labelledby="coverage">
      <h2 id="coverage">{t('coverage.title')}</h2>
      <p className="o-hint">{t('coverage.about')}</p>
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank title={t('coverage.none')} />
          ) : (
            <div className="o-scroll">
              <table className="o-plain">
                <thead>
                  <tr>
                    {heads.map(head => (
                      <th key={head} scope="col">
                        {t(`coverage.head.${head}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(row => (
                    <tr key={row.gridPath}>
                      <th scope="row">
                        <Button
                          type="link"
                          aria-label={t('coverage.open', { grid: row.name })}
                          aria-pressed={chosen === row.gridPath}
                          onClick={() => onChoose(row.gridPath)}
                        >
                          {row.name}
                        </Button>
                      </th>
                      {[row.rounds, row.due, row.checked, row.late, row.skipped, row.left, row.found].map(
                        (value, at) => (
                          <td key={heads[at + 1]} className="o-number">
                            {value}
                          </td>
                        ),
                      )}
                      <td>
                        {row.reasons.map(({ reason, count }) => `${t(`reason.${reason}`)} ${count}`).join('、') || '—'}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </section>
  )
}
