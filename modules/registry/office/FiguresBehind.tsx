import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { ListTable } from '#platform/ui/office/ListTable.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { figureRows } from '../common/contract/upkeep.ts'
import { useWords } from '../ui/words.ts'
import { registryOfficeMessages } from './messages.ts'

interface FiguresBehindProps {
  readonly gridPath: string
  readonly on: string | undefined
  readonly list: string
}

/** The people behind a number of the figures. */
export function FiguresBehind({ gridPath, on, list }: FiguresBehindProps) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const [, setUrl] = useUrlState()
  const [sex, from] = list.split('-')
  const age = Number(from)
  const part = list.startsWith('p-')
    ? { population: list.slice(2) }
    : list === 'all'
      ? {}
      : { sex: sex ?? '1', ageFrom: age, ...(age < 100 ? { ageBelow: age + 5 } : {}) }
  const asked = useAskList<typeof figureRows>('registry.figure-rows', { gridPath, ...(on ? { on } : {}), ...part })
  const elsewhere = (asked.data?.pages ?? []).reduce(
    (sum, page) => sum + (page as OutputOf<typeof figureRows>).elsewhere,
    0,
  )
  const what = list.startsWith('p-')
    ? words.code('population', list.slice(2))
    : list === 'all'
      ? t('figures.people')
      : `${words.code('sex', sex ?? '')} ${age >= 100 ? t('figures.hundred') : t('figures.ages', { from: age, to: age + 4 })}`
  return (
    <div className="o-card">
      <h2>{t('figures.list', { what })}</h2>
      {elsewhere > 0 ? <p className="o-hint">{t('figures.elsewhere', { count: elsewhere })}</p> : null}
      <ListTable<RowOf<typeof figureRows>>
        name="registry-behind"
        label={t('figures.list', { what })}
        asked={asked}
        rowKey={row => row.thingId}
        columns={[
          {
            key: 'title',
            title: t('column.title'),
            show: row => (
              <Link to="/registry/$thingId" params={{ thingId: row.thingId }}>
                {row.title}
              </Link>
            ),
          },
          ...(['sex', 'bornOn', 'population'] as const).map(key => ({
            key,
            title: words.field('person', key),
            show: (row: RowOf<typeof figureRows>) => words.value('person', key, row.fields[key] ?? ''),
          })),
          { key: 'where', title: t('column.where'), show: row => row.gridNames.slice(-2).join(' › ') },
        ]}
        empty={<Blank title={t('list.none')} />}
        tools={<Button onClick={() => setUrl({ list: undefined })}>{t('figures.close')}</Button>}
      />
    </div>
  )
}
