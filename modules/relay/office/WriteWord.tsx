import type { gridTree } from '#modules/grid/common/index.ts'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { writeWord } from '../common/contract.ts'
import { relayTextLimits as most } from '../common/passing.ts'
import { relayOfficeMessages } from './messages.ts'

/** A title, the words, where, and until when. */
export function WriteWord({ onDone }: { readonly onDone: () => void }) {
  const t = useText(relayOfficeMessages)
  const say = useSay()
  const { post } = useSession()
  const own = post?.gridPath ?? '1'
  const tree = useAsk<typeof gridTree>('grid.tree', { under: own })
  const [wordId] = useState(newId)
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [gridPath, setGridPath] = useState(own)
  const [untilOn, setUntilOn] = useState('')
  const { send, isSending, trouble } = useDo<typeof writeWord>('relay.write', {
    renews: ['relay.'],
    onDone: ({ asked }) => {
      say(t('form.sent', { count: asked }))
      onDone()
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    send({ wordId, title: title.trim(), text: text.trim(), gridPath, untilOn })
  }
  return (
    <form className="o-card o-stack" aria-label={t('list.new')} onSubmit={submit}>
      <Told trouble={trouble} />
      <label>
        {t('form.title')}
        <Input
          required
          autoFocus
          maxLength={most.title}
          placeholder={t('form.title-hint')}
          value={title}
          onChange={event => setTitle(event.target.value)}
        />
      </label>
      <label>
        {t('form.text')}
        <Input.TextArea
          required
          rows={5}
          maxLength={most.text}
          placeholder={t('form.text-hint')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </label>
      <label>
        {t('form.where')}{' '}
        <select className="o-select" value={gridPath} onChange={event => setGridPath(event.target.value)}>
          {(tree.data?.grids ?? []).map(({ path, name, level }) => (
            <option key={path} value={path}>
              {'　'.repeat(Math.max(0, level - own.split('.').length))}
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('form.until')}{' '}
        <input
          className="o-select"
          type="date"
          required
          value={untilOn}
          onChange={event => setUntilOn(event.target.value)}
        />
      </label>
      <div className="o-actions">
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t('form.send')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
