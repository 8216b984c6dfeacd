import { Link } from '@tanstack/react-router'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { FilterSelect } from '#platform/ui/office/FilterSelect.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listCalls } from '../common/contract.ts'
import { helpMessages } from '../common/messages.ts'
import { helpOfficeMessages } from './messages.ts'

type Row = RowOf<typeof listCalls>
const which = ['open', 'closed'] as const

/** Calls for help of the place, with who took them and how they ended. */
export function Page() {
  const t = useText(helpOfficeMessages)
  const [url, setUrl] = useUrlState()
  const shown = which.find(one => one === url.which)
  const asked = useAskList<typeof listCalls>('help.list', shown ? { isOpen: shown === 'open' } : {})
  return (
    <OfficePage title={t('place.help')} about={t('list.about')}>
      <ListTable<Row>
        name="help"
        label={t('list.label')}
        columns={useColumns()}
        asked={asked}
        rowKey={row => row.callId}
        tools={
          <FilterSelect
            label={t('list.which')}
            any={t('list.all')}
            words={which}
            value={shown}
            say={one => t(`list.${one}`)}
            onChoose={one => setUrl({ which: one })}
          />
        }
        empty={<Blank title={t('list.empty')}>{t('list.empty-why')}</Blank>}
      />
    </OfficePage>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText(helpOfficeMessages, helpMessages)
  const moment = useMoment()
  return [
    {
      key: 'who',
      title: t('column.who'),
      width: 176,
      show: row => (
        <Link to="/help/$callId" params={{ callId: row.callId }}>
          {[row.callerName, row.callerTitle].filter(Boolean).join(' ')}
        </Link>
      ),
    },
    { key: 'where', title: t('column.where'), width: 160, show: row => row.gridNames.slice(-2).join(' › ') },
    { key: 'at', title: t('column.at'), width: 104, show: row => moment(row.at) },
    { key: 'status', title: t('column.status'), width: 88, show: row => t(`status.${row.status}`) },
    { key: 'taken', title: t('column.taken'), width: 72, show: row => row.takenBy ?? '' },
    {
      key: 'outcome',
      title: t('column.outcome'),
      width: 104,
      show: row => (row.outcome ? t(`outcome.${row.outcome}`) : ''),
    },
  ]
}
