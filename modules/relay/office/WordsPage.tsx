import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listWords } from '../common/contract.ts'
import { relayOfficeMessages } from './messages.ts'
import { WriteWord } from './WriteWord.tsx'

type Row = RowOf<typeof listWords>

/** Words to be passed on, with how far each got. */
export function Page() {
  const t = useText(relayOfficeMessages)
  const [isWriting, setWriting] = useState(false)
  const asked = useAskList<typeof listWords>('relay.list', {})
  return (
    <OfficePage
      title={t('place.relay')}
      about={t('list.about')}
      actions={
        isWriting ? null : (
          <Button type="primary" onClick={() => setWriting(true)}>
            {t('list.new')}
          </Button>
        )
      }
    >
      {isWriting ? <WriteWord onDone={() => setWriting(false)} /> : null}
      <ListTable<Row>
        name="relay"
        label={t('list.label')}
        columns={useColumns()}
        asked={asked}
        rowKey={row => row.wordId}
        empty={<Blank title={t('list.empty')}>{t('list.empty-why')}</Blank>}
      />
    </OfficePage>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText(relayOfficeMessages)
  const moment = useMoment()
  return [
    {
      key: 'title',
      title: t('column.title'),
      width: 176,
      show: row => (
        <Link to="/relay/$wordId" params={{ wordId: row.wordId }}>
          {row.title}
        </Link>
      ),
    },
    { key: 'where', title: t('column.where'), width: 160, show: row => row.gridNames.slice(-2).join(' › ') },
    { key: 'by', title: t('column.by'), width: 72, show: row => row.byName ?? '' },
    { key: 'at', title: t('column.at'), width: 104, show: row => moment(row.at) },
    {
      key: 'until',
      title: t('column.until'),
      width: 96,
      show: row => (row.withdrawnAt === null ? row.untilOn : t('row.withdrawn')),
    },
    { key: 'passed', title: t('column.passed'), width: 72, isNumber: true, show: row => t('row.passed', row) },
    { key: 'to-answer', title: t('column.to-answer'), width: 72, isNumber: true, show: row => row.toAnswer || '' },
  ]
}
