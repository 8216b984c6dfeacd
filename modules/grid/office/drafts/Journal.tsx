import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { gridOfficeMessages } from '../messages.ts'
import type { ShownDraft } from './use-drawing.ts'

/** Who drew what, the latest first; what was taken back stays in the list. */
export function Journal({ draft: { edits } }: { readonly draft: ShownDraft }) {
  const t = useText(gridOfficeMessages)
  const moment = useMoment()
  return (
    <section className="o-card" aria-labelledby="gd-journal">
      <h2 id="gd-journal">{t('journal.title')}</h2>
      {edits.length === 0 ? <p>{t('journal.none')}</p> : null}
      <ol className="gd-list">
        {edits.toReversed().map(({ serial, steps, byName, at, isUndone }) => {
          const [first] = steps
          const what = first ? `${t(`edit.${first.do as 'split'}`)}${first.name ? ` ${first.name}` : ''}` : ''
          return (
            <li key={serial} className={isUndone ? 'gd-undone' : undefined}>
              {t('journal.line', { serial, what })}
              {steps.length > 1 ? ` ${t('journal.many', { count: steps.length })}` : ''}
              {isUndone ? `（${t('journal.undone')}）` : ''}
              <br />
              <span className="o-soft">
                {byName} · {moment(at)}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
