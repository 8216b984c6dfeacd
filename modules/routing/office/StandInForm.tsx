import { Input, Select } from 'antd'
import { byName } from '#platform/ui/office/by-name.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { Shift, substitute } from '../common/contract.ts'
import { routingOfficeMessages } from './messages.ts'
import type { Roster } from './ShiftsPage.tsx'

interface StandInFormProps {
  readonly roster: Roster
  readonly shift: Shift
  readonly onClose: () => void
}

interface Typed {
  readonly postId: string
  readonly reason: string
}

/** Who takes a shift over, and why. */
export function StandInForm({ roster: { posts }, shift, onClose }: StandInFormProps) {
  const t = useText(routingOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof substitute>('routing.substitute', {
    renews: ['routing.show-roster'],
    onDone(_, { postId }) {
      say(t('shifts.stand-in-done', { post: posts.find(post => post.postId === postId)?.title ?? '' }))
      onClose()
    },
  })
  const { shiftId, postId: planned, day, from, until } = shift
  const post = posts.find(({ postId }) => postId === planned)?.title ?? ''
  return (
    <section
      className="o-card"
      aria-labelledby="stand-in"
      ref={part => {
        if (part && !part.contains(document.activeElement)) part.focus()
      }}
      tabIndex={-1}
    >
      <h2 id="stand-in">{t('shifts.stand-in-for', { post, day, from, until })}</h2>
      <OfficeForm<Typed>
        name="stand-in-form"
        submit={t('shifts.stand-in-send')}
        isSending={isSending}
        trouble={trouble}
        onCancel={onClose}
        onSend={({ postId, reason }) => send({ shiftId, postId, reason })}
      >
        <Item name="postId" label={t('shifts.stand-in-post')} isRequired>
          <Select
            showSearch={byName}
            options={posts
              .filter(({ postId, holderName }) => postId !== planned && holderName !== null)
              .map(({ postId, title, holderName }) => ({ value: postId, label: `${title} ${holderName}` }))}
          />
        </Item>
        <Item name="reason" label={t('shifts.stand-in-why')} isRequired>
          <Input maxLength={500} />
        </Item>
      </OfficeForm>
    </section>
  )
}
