import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useAsk, useAskList } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useKeys } from '#platform/ui/office/keys.ts'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Panes } from '#platform/ui/office/Panes.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listCalls, showCall } from '../common/contract.ts'
import { CallOnDesk } from './CallOnDesk.tsx'
import { CallQueue } from './CallQueue.tsx'
import { Knowledge, type UsedArticle } from './Knowledge.tsx'
import { hotlineOfficeMessages } from './messages.ts'
import { TakeCallForm } from './TakeCallForm.tsx'
import './hotline-office.css'

const keys = { new: 'c', next: 'j', before: 'k' } as const

/** The desk: the calls, the one in hand, and the knowledge base beside it while one speaks. */
export function Page() {
  const t = useText(hotlineOfficeMessages)
  const { callId } = useParams({ strict: false }) as { callId?: string }
  const navigate = useNavigate()
  const [url, setUrl] = useUrlState()
  const [used, setUsed] = useState<UsedArticle | null>(null)
  const onlyOpen = url.open === 'yes'
  const asked = useAskList<typeof listCalls>('hotline.list-calls', {
    ...(onlyOpen ? { outcome: 'open' as const } : {}),
    ...(url.text ? { text: url.text } : {}),
  })
  const shown = useAsk<typeof showCall>(
    'hotline.show-call',
    { callId: callId ?? '' },
    { enabled: callId !== undefined },
  )
  const calls = asked.rows
  const at = calls.findIndex(call => call.callId === callId)
  const goTo = (index: number) => {
    const call = calls[index]
    if (call) void navigate({ to: '/hotline/$callId', params: { callId: call.callId }, search: url as never })
  }
  const takeNew = () => void navigate({ to: '/hotline', search: url as never })
  useKeys({
    [keys.new]: takeNew,
    [keys.next]: () => goTo(at + 1),
    [keys.before]: () => goTo(Math.max(0, at - 1)),
  })
  return (
    <OfficePage title={t('place.hotline')} actions={<span className="o-soft">{t('desk.keys', keys)}</span>} isFull>
      <Panes
        name="hotline"
        left={{
          label: t('desk.calls'),
          content: (
            <>
              <div className="ho-head">
                <Button type={callId ? 'primary' : 'default'} aria-keyshortcuts={keys.new} onClick={takeNew}>
                  {t('desk.new')}
                  <kbd aria-hidden="true">{keys.new}</kbd>
                </Button>
                <Checkbox
                  checked={onlyOpen}
                  onChange={event => setUrl({ open: event.target.checked ? 'yes' : undefined })}
                >
                  {t('desk.only-open')}
                </Checkbox>
                <Input.Search
                  aria-label={t('desk.search')}
                  placeholder={t('desk.search')}
                  defaultValue={url.text ?? ''}
                  maxLength={100}
                  allowClear
                  onSearch={text => setUrl({ text: text.trim() || undefined })}
                />
              </div>
              <CallQueue asked={asked} current={callId ?? null} onlyOpen={onlyOpen} />
            </>
          ),
        }}
        middle={{
          label: t('desk.call'),
          content: callId ? (
            <Answered asked={shown}>
              {call => <CallOnDesk key={call.callId} call={call} used={used} onUsed={setUsed} />}
            </Answered>
          ) : (
            <TakeCallForm />
          ),
        }}
        right={{
          label: t('desk.knowledge'),
          content: <Knowledge onUse={shown.data?.outcome === 'open' ? setUsed : null} />,
        }}
      />
    </OfficePage>
  )
}
