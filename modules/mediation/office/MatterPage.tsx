import { Link, useParams } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { Facts } from '#platform/ui/office/Facts.tsx'
import { OpenOnRecord } from '#platform/ui/office/OpenOnRecord.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { PhotoLine } from '#platform/ui/office/PhotoLine.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showMatter } from '../common/contract.ts'
import { mediationMessages } from '../common/messages.ts'
import { mediationOfficeMessages } from './messages.ts'

type Shown = OutputOf<typeof showMatter>

/** One mediation. Its words are opened by a press, because that is on record. */
export function Page() {
  const t = useText(mediationOfficeMessages)
  const { matterId } = useParams({ strict: false }) as { matterId: string }
  return (
    <OfficePage title={t('matter.title')} actions={<Link to="/mediation">{t('matter.back')}</Link>}>
      <OpenOnRecord<typeof showMatter>
        command="mediation.show"
        input={{ matterId }}
        title={t('matter.title')}
        why={t('matter.open-why')}
        press={t('matter.open')}
      >
        {matter => <Matter matter={matter} />}
      </OpenOnRecord>
    </OfficePage>
  )
}

function Matter({ matter }: { readonly matter: Shown }) {
  const t = useText(mediationOfficeMessages, mediationMessages)
  const moment = useMoment()
  const facts = [
    [t('column.kind'), t(`kind.${matter.kind}`)],
    [t('column.where'), matter.gridNames.join(' › ')],
    [t('column.at'), `${moment(matter.at)} ${matter.byName ?? ''}`],
    [t('matter.parties'), matter.parties.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join('、')],
    [t('column.outcome'), t(`outcome.${matter.outcome}`)],
    [t('column.follow-up'), matter.followUpOn ?? (matter.keeping ? t(`keeping.${matter.keeping}`) : '')],
  ] as const
  return (
    <article className="o-card o-stack">
      <Facts facts={facts} />
      <h2>{t('matter.text')}</h2>
      <p>{matter.text}</p>
      {matter.agreement ? (
        <>
          <h2>{t('matter.agreement')}</h2>
          <p>{matter.agreement}</p>
        </>
      ) : null}
      {matter.followUps.length > 0 ? (
        <>
          <h2>{t('matter.follow-ups')}</h2>
          <ol>
            {matter.followUps.map(one => (
              <li key={one.at}>
                {t('matter.follow-up', {
                  ...{ when: moment(one.at), who: one.byName ?? '' },
                  ...{ keeping: t(`keeping.${one.keeping}`), text: one.text },
                })}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <PhotoLine fileIds={matter.photos} alt={n => t('matter.photo', { n })} />
    </article>
  )
}
