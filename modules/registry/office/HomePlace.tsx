import { Form } from 'antd'
import { useEffect } from 'react'
import { BuildingSelect, EntranceSelect, useBuilding } from '#modules/places/office/index.ts'
import { floorOfRoom, homeAddress } from '../common/home-address.ts'

interface PlaceInputProps {
  readonly of: 'building' | 'entrance'
  readonly id?: string
  readonly value?: string | null
  readonly onBlur?: () => void
  readonly onChange?: (value: string | null) => void
}

/** The building or entrance in which a home is, by its name. */
export function PlaceInput({ of, ...control }: PlaceInputProps) {
  const form = Form.useFormInstance()
  const building = Form.useWatch<string | null | undefined>('building', form) ?? null
  if (of === 'entrance') return <EntranceSelect {...control} buildingId={building} />
  const choose = (id: string | null) => {
    // Entrances are those of the building that was left.
    form.setFieldsValue({ entrance: null })
    control.onChange?.(id)
  }
  return <BuildingSelect {...control} onChange={choose} />
}

/** Asked first of a home: the rest of where it is follows. */
export const saysWhere: readonly string[] = ['building', 'entrance', 'room']

/** Address, grid and floor follow from building, entrance and room: nobody types them. */
export function HomePlace() {
  const form = Form.useFormInstance()
  const chosen = Form.useWatch<string | null | undefined>('building', form) ?? null
  const entrance = Form.useWatch<string | null | undefined>('entrance', form) ?? null
  const room = Form.useWatch<string | null | undefined>('room', form) ?? null
  const building = useBuilding(chosen)
  useEffect(() => {
    if (!building || !saysWhere.some(name => form.isFieldTouched(name))) return
    const doors = building.entrances
    const door = doors.length > 1 ? (doors.find(({ id }) => id === entrance)?.name ?? null) : null
    form.setFieldsValue({
      address: homeAddress(building.address, door, room),
      'grid-path': building.gridPath,
      ...(entrance === null && doors.length === 1 ? { entrance: doors[0]!.id } : {}),
      ...(room !== null && form.isFieldTouched('room')
        ? { floor: floorOfRoom(room) ?? form.getFieldValue('floor') }
        : {}),
    })
  }, [building, entrance, room, form])
  return null
}
