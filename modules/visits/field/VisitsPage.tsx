import {
  Link,
  MorePages,
  Screen,
  useAnswer,
  useClient,
  useLocale,
  useMoment,
  useNow,
  usePages,
  useText,
} from '#platform/ui/ui/index.ts'
import { CardList } from '#platform/offline/field/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { useMe } from '#modules/identity/ui/index.ts'
import { fieldRegistryMessages } from '#modules/registry/field/parts.ts'
import type { DueVisit, dueVisits, listVisits } from '../common/contract.ts'
import { visitsMessages } from '../common/messages.ts'
import { daysUntil } from '../common/visit.ts'
import { fieldVisitsMessages } from './messages.ts'
import { dueDays, ownVisits } from './offline.ts'

/** Who is to be looked in on and why, what was said last, and what I told. */
export function VisitsPage() {
  const t = useText(fieldVisitsMessages)
  const client = useClient()
  const me = useMe()
  const asked = useAnswer('visits-due', () => client.query<typeof dueVisits>('visits.due', { days: dueDays }))
  return (
    <Screen title={t('visits.title')} back="/mine">
      <div className="w-actions">
        <Link to="/visits/write" className="w-button w-button-primary w-wide">
          {t('visits.write')}
        </Link>
        <Link to="/collect" className="w-button w-wide">
          {t('visits.collect')}
        </Link>
        {me.permissions.includes('registry.write') ? (
          <Link to="/stale" className="w-button w-wide">
            {t('visits.stale')}
          </Link>
        ) : null}
      </div>
      <h2>{t('visits.due')}</h2>
      <CardList
        asked={asked}
        rows={asked.answer?.rows}
        rowKey={due => due.careId}
        empty={t('visits.due-none')}
        emptyHint={t('visits.due-hint')}
      >
        {due => <Due due={due} />}
      </CardList>
      <Mine />
    </Screen>
  )
}

function Due({ due }: { readonly due: DueVisit }) {
  const t = useText(fieldVisitsMessages)
  const library = useText(fieldRegistryMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const left = daysUntil(due.dueOn, dayOf(new Date(useNow()).toISOString()))
  const when =
    left === 0 ? t('visits.today') : left > 0 ? t('visits.in', { days: left }) : t('visits.over', { days: -left })
  return (
    <>
      <p>
        <strong>{due.name}</strong> · {when}
      </p>
      <p className="w-soft">
        {t('visits.why', { group: due.group[locale], days: due.everyDays })} · {due.gridNames.at(-1)}
      </p>
      <p className="w-soft">
        {due.last === null
          ? t('visits.never')
          : t(due.last.text === '' ? 'visits.last-other' : 'visits.last', {
              ...{ when: moment(due.last.at), who: due.last.byName ?? '', text: due.last.text },
            })}
      </p>
      <div className="w-actions">
        <Link to={`/visits/write/${due.personId}/${due.careId}`} className="w-button w-button-primary">
          {t('visits.go-one', { name: due.name })}
        </Link>
        <Link to={`/household/${due.personId}`} className="w-button">
          {library('household.open', { name: due.name })}
        </Link>
        {due.last && due.last.text === '' ? (
          <Link to={`/visits/${due.last.visitId}`} className="w-button">
            {t('visits.last-open')}
          </Link>
        ) : null}
      </div>
    </>
  )
}

function Mine() {
  const t = useText(fieldVisitsMessages, visitsMessages)
  const moment = useMoment()
  const client = useClient()
  const asked = usePages('visits-mine', page =>
    client.query<typeof listVisits>('visits.list', { mine: true, limit: ownVisits, ...page }),
  )
  return (
    <section>
      <h2>{t('visits.mine')}</h2>
      {asked.answer?.rows.length === 0 ? <p className="w-soft">{t('visits.mine-none')}</p> : null}
      <ul className="f-list">
        {asked.answer?.rows.map(visit => (
          <li key={visit.visitId} className="w-card">
            <Link to={`/visits/${visit.visitId}`} className="f-open">
              {t(`kind.${visit.kind}`)} · {visit.whom.map(one => one.name).join('、') || visit.topic}
            </Link>
            <p className="w-soft">
              {moment(visit.at)} · {t(`meeting.${visit.meeting}`)} · {t(`outcome.${visit.outcome}`)}
            </p>
          </li>
        ))}
      </ul>
      <MorePages of={asked} />
    </section>
  )
}
