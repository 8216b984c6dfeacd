import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listThings } from '../common/contract/things.ts'
import { isSealed } from '../common/field-spec.ts'
import { kinds, type ThingKind, thingKinds } from '../common/kinds.ts'
import { GridSelect } from './GridSelect.tsx'
import { registryOfficeMessages } from './messages.ts'
import { isThingKind, useWords } from '../ui/words.ts'

type Row = RowOf<typeof listThings>

/** Everything that is kept, by kind and grid, found by words and by the first letters of names. */
export function Page() {
  const t = useText(registryOfficeMessages)
  const may = useMay()
  const words = useWords()
  const navigate = useNavigate()
  const [url, setUrl] = useUrlState()
  const seen = thingKinds.filter(kind => may(kinds[kind].read))
  const kind = isThingKind(url.kind) && seen.includes(url.kind) ? url.kind : (seen[0] ?? 'person')
  const asked = useAskList<typeof listThings>('registry.list', {
    kind,
    state: url.ended ? 'all' : 'current',
    ...(url.grid ? { gridPath: url.grid } : {}),
    ...(url.find ? { text: url.find } : {}),
  })
  return (
    <OfficePage
      title={t('place.registry')}
      about={t('list.about')}
      actions={
        may('registry.write') ? (
          <Button type="primary" onClick={() => void navigate({ to: '/registry/new/$kind', params: { kind } })}>
            {t('list.add', { kind: words.kind(kind) })}
          </Button>
        ) : null
      }
    >
      <nav className="o-chips" aria-label={t('list.kind')}>
        {seen.map(one => (
          <Link
            key={one}
            to="/registry"
            search={{ ...url, kind: one } as never}
            className="o-chip"
            aria-current={one === kind ? 'true' : undefined}
          >
            {words.kind(one)}
          </Link>
        ))}
      </nav>
      <ListTable<Row>
        name={`registry-${kind}`}
        label={t('list.label')}
        columns={useColumns(kind)}
        asked={asked}
        rowKey={row => row.thingId}
        tools={
          <>
            <Input.Search
              key={url.find ?? ''}
              aria-label={t('list.find')}
              placeholder={t('list.find')}
              defaultValue={url.find ?? ''}
              allowClear
              className="o-find"
              onSearch={text => setUrl({ find: text.trim() || undefined })}
            />
            <GridSelect
              label={t('list.grid')}
              placeholder={t('list.all-grids')}
              allowClear
              value={url.grid}
              onChange={grid => setUrl({ grid })}
            />
            <label>
              <input
                type="checkbox"
                checked={url.ended === 'yes'}
                onChange={event => setUrl({ ended: event.target.checked ? 'yes' : undefined })}
              />{' '}
              {t('list.with-ended')}
            </label>
          </>
        }
        empty={<Blank title={t('list.none')}>{t('list.none-why')}</Blank>}
      />
    </OfficePage>
  )
}

function useColumns(kind: ThingKind): Column<Row>[] {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const { title, listed, fields } = kinds[kind]
  const clear = Object.keys(fields).filter(key => !isSealed(fields[key]!) && !title.includes(key))
  const inOrder = [...listed, ...clear.filter(key => !listed.includes(key))]
  return [
    {
      key: 'title',
      title: t('column.title'),
      show: row => (
        <Link to="/registry/$thingId" params={{ thingId: row.thingId }}>
          {row.title}
        </Link>
      ),
    },
    ...inOrder.map(
      (key): Column<Row> => ({
        key,
        title: words.field(kind, key),
        ...(listed.includes(key) ? {} : { isExtra: true }),
        show: row => {
          const value = row.fields[key]
          return value === undefined ? '' : words.value(kind, key, value)
        },
      }),
    ),
    { key: 'where', title: t('column.where'), show: row => row.gridNames.slice(-2).join(' › ') },
    {
      key: 'state',
      title: t('column.state'),
      isExtra: true,
      show: row => t(`state.${row.state as 'current'}`),
    },
    { key: 'stale', title: t('column.stale'), isExtra: true, show: row => row.staleOn ?? '' },
  ]
}
