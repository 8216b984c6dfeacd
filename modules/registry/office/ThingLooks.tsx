import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { PrintButton } from '#platform/ui/office/PrintButton.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listLooks } from '../common/contract/protection.ts'
import type { ShownThing } from '../common/contract/things.ts'
import { fieldsOfLook } from '../common/looks.ts'
import { registryOfficeMessages } from './messages.ts'
import { useWords } from '../ui/words.ts'

/** Who looked, when, at what and why: the person's own to ask for. */
export function ThingLooks({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const moment = useMoment()
  const asked = useAsk<typeof listLooks>('registry.looks', { thingId: thing.thingId })
  return (
    <section className="o-card" aria-labelledby="looks">
      <h2 id="looks">{t('looks.title')}</h2>
      <p className="o-hint">{t('looks.about')}</p>
      <Answered asked={asked}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p>{t('looks.none')}</p>
          ) : (
            <>
              <p>
                {total > rows.length ? t('looks.latest', { total, count: rows.length }) : t('looks.total', { total })}
              </p>
              <ul className="o-lines">
                {rows.map(look => (
                  <li key={look.at + (look.field ?? '')}>
                    <span>
                      {look.byName} {look.postTitle ? `（${look.postTitle}）` : ''} ·{' '}
                      {look.field === null
                        ? t('looks.page')
                        : fieldsOfLook(look.field)
                            .map(key => words.field(thing.kind, key))
                            .join('、')}{' '}
                      · {look.reason}
                    </span>
                    <span className="o-soft">{moment(look.at)}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answered>
      <div className="o-actions">
        <PrintButton endpoint="registry.print-looks" input={{ thingId: thing.thingId }} label={t('looks.print')} />
      </div>
    </section>
  )
}
