import { Form } from 'antd'
import { useEffect } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import type { listThings } from '../common/contract/things.ts'
import { checkCreditCode } from '../common/identifiers/index.ts'

/** The organisations of a facility, each by code and by name. */
const named = ['authority', 'owner', 'keeper'] as const

/** Whose credit code is typed and known here has a name that nobody types. */
export function CodeNames() {
  return named.map(key => <CodeName key={key} name={key} />)
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
