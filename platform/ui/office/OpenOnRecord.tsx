import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Endpoint, InputOf, OutputOf } from '../../contract/common/endpoint.ts'
import { useDo } from './ask.ts'
import { Told } from './Told.tsx'

type Command = Endpoint<string, 'command'>

interface Unopened<E extends Command> {
  readonly command: E['name']
  readonly input: InputOf<E>
  readonly title: string
  /** That the look is on record, and why. */
  readonly why: string
  readonly press: string
  readonly children: (opened: OutputOf<E>) => ReactNode
}

/** Words that nobody reads in passing: they are opened by a press, because each look is on record. */
export function OpenOnRecord<E extends Command>(props: Unopened<E>) {
  const { command, input, title, why, press, children } = props
  const [opened, setOpened] = useState<OutputOf<E> | null>(null)
  const { send, isSending, trouble } = useDo<E>(command, { onDone: setOpened })
  if (opened !== null) return children(opened)
  return (
    <section className="o-card o-stack" aria-label={title}>
      <p>{why}</p>
      <Told trouble={trouble} />
      <div className="o-actions">
        <Button type="primary" loading={isSending} onClick={() => send(input)}>
          {press}
        </Button>
      </div>
    </section>
  )
}
