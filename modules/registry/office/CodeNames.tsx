import { Form } from 'antd'
import { useEffect } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import type { listThings } from '../common/contract/things.ts'
import { checkCellCode, checkCreditCode } from '../common/identifiers/index.ts'

/** The organisations of a facility, each by code and by name. */
const named = ['authority', 'owner', 'keeper'] as const

/** Whose credit code is typed and known here has a name that nobody types. */
export function CodeNames() {
  return named.map(key => <CodeName key={key} name={key} />)
}

/** The code of the unit grid in which it stands, where the chosen grid has one of that form. */
export function CellCode() {
  const form = Form.useFormInstance()
  const path = Form.useWatch<string | undefined>('grid-path', form) ?? ''
  const asked = useAsk<typeof gridTree>('grid.tree', { under: path }, { enabled: path !== '' })
  const code = asked.data?.grids.find(grid => grid.path === path)?.code ?? ''
  const isCell = path !== '' && checkCellCode(code).ok
  useEffect(() => {
    if (isCell && !form.isFieldTouched('cell')) form.setFieldsValue({ cell: code })
  }, [isCell, code, form])
  return null
}

function CodeName({ name }: { readonly name: (typeof named)[number] }) {
  const form = Form.useFormInstance()
  const typed = Form.useWatch<string | null | undefined>(`${name}Code`, form) ?? ''
  const code = checkCreditCode(typed)
  const text = code.ok ? code.value : ''
  const asked = useAsk<typeof listThings>(
    'registry.list',
    { kind: 'organisation', text, limit: 5 },
    { enabled: code.ok },
  )
  const known = text === '' ? undefined : asked.data?.rows.find(({ fields }) => fields.uscc === text)?.title
  useEffect(() => {
    if (known !== undefined && form.isFieldTouched(`${name}Code`)) form.setFieldsValue({ [name]: known })
  }, [known, name, form])
  return null
}
