import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { OpenOnRecord } from '#platform/ui/office/OpenOnRecord.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { photoUrl } from '#platform/ui/ui/photo-url.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showMatter } from '../common/contract.ts'
import { mediationMessages } from '../common/messages.ts'
import { mediationOfficeMessages } from './messages.ts'

type Shown = OutputOf<typeof showMatter>

/** One mediation. Its words are opened by a press, because that is on record. */
export function Page() {
  const t = useText(mediationOfficeMessages)
  const { matterId } = useParams({ strict: false }) as { matterId: string }
  const [shown, setShown] = useState<Shown | null>(null)
  const open = useDo<typeof showMatter>('mediation.show', { renews: [], onDone: setShown })
  return (
    <OfficePage title={t('matter.title')} actions={<Link to="/mediation">{t('matter.back')}</Link>}>
      {shown ? (
        <Matter matter={shown} />
      ) : (
        <OpenOnRecord
          title={t('matter.title')}
          why={t('matter.open-why')}
          press={t('matter.open')}
          trouble={open.trouble}
          isSending={open.isSending}
          onOpen={() => open.send({ matterId })}
        />
      )}
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
      <dl className="o-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
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
      <div className="o-actions">
        {matter.photos.map((id, i) => (
          <a key={id} href={photoUrl(id, 'large')}>
            <img src={photoUrl(id, 'small')} alt={t('matter.photo', { n: i + 1 })} width="160" />
          </a>
        ))}
      </div>
    </article>
  )
}
