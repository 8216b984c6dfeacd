import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useSession } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listBuildings, showBuilding } from '../common/contract.ts'
import { placesOfficeMessages } from './messages.ts'

interface SelectProps {
  /** Given by the form's item. */
  readonly id?: string
  readonly value?: string | null
  readonly onBlur?: () => void
  readonly onChange?: (id: string | null) => void
}

/** One building with its entrances; nothing is asked for null. */
export function useBuilding(buildingId: string | null) {
  const asked = useAsk<typeof showBuilding>(
    'places.building',
    { buildingId: buildingId ?? '' },
    { enabled: buildingId !== null },
  )
  return buildingId === null ? undefined : asked.data
}

/** Finds a building by street, number or name among those of one's post, or of a grid. */
export function BuildingSelect({ gridPath, value, onChange, ...rest }: SelectProps & { readonly gridPath?: string }) {
  const t = useText(placesOfficeMessages)
  const { post } = useSession()
  const [typed, setTyped] = useState('')
  const chosen = useBuilding(value ?? null)
  const under = gridPath ?? post?.gridPath ?? '1'
  const asked = useAsk<typeof listBuildings>(
    'places.buildings',
    { gridPath: under, limit: 50, ...(typed.trim() ? { text: typed.trim() } : {}) },
    { keep: true },
  )
  const found = (asked.data?.rows ?? []).filter(({ buildingId }) => buildingId !== value)
  const options = [...(chosen ? [{ ...chosen, courtyardName: chosen.courtyard?.name ?? null }] : []), ...found]
  return (
    <Select
      {...rest}
      allowClear
      value={value ?? null}
      placeholder={t('building.find')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={t('list.none')}
      options={options.map(({ buildingId, address, name, courtyardName }) => ({
        value: buildingId,
        label: courtyardName ? `${address} · ${courtyardName}${name}` : address,
      }))}
      onChange={id => onChange?.(id ?? null)}
    />
  )
}

/** One of the entrances of a building. */
export function EntranceSelect({
  buildingId,
  value,
  onChange,
  ...rest
}: SelectProps & { readonly buildingId: string | null }) {
  const t = useText(placesOfficeMessages)
  const building = useBuilding(buildingId)
  return (
    <Select
      {...rest}
      allowClear
      disabled={buildingId === null}
      value={value ?? null}
      placeholder={t(buildingId === null ? 'building.first' : 'building.choose-entrance')}
      notFoundContent={t('building.no-entrances')}
      options={(building?.entrances ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={id => onChange?.(id ?? null)}
    />
  )
}
