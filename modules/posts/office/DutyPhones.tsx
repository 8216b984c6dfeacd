import type { setPhone } from '#modules/places/common/index.ts'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listPhones } from '../common/contract.ts'
import { postsOfficeMessages } from './messages.ts'

type Row = OutputOf<typeof listPhones>['posts'][number]

/** Duty phones, those that are missing first; set where they stand. */
export function DutyPhones({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages)
  const asked = useAsk<typeof listPhones>('posts.phones', { gridPath }, { keep: true })
  const [setting, setSetting] = useState<string | null>(null)
  const heads = ['post', 'grid', 'holder', 'phone'] as const
  return (
    <Answered asked={asked}>
      {({ posts }) =>
        posts.length === 0 ? (
          <Blank title={t('phones.none')} />
        ) : (
          <section className="o-card ps-wide" aria-label={t('tab.phones')}>
            <p>
              {t('phones.count', { count: posts.length, missing: posts.filter(({ phone }) => phone === null).length })}
            </p>
            <table className="o-plain">
              <thead>
                <tr>
                  {heads.map(head => (
                    <th key={head} scope="col">
                      {t(`phones.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {posts.map(row => (
                  <tr key={row.postId}>
                    <td>
                      {row.title}
                      <span className="o-soft ps-row">{row.unitName}</span>
                    </td>
                    <td>{row.gridName}</td>
                    <td className={row.holder === null ? 'ps-gap' : undefined}>{row.holder ?? t('phones.vacant')}</td>
                    <td>
                      {setting === row.postId ? (
                        <SetPhone row={row} onDone={() => setSetting(null)} />
                      ) : (
                        <div className="o-actions">
                          <span className={row.phone === null ? 'ps-gap' : undefined}>
                            {row.phone ?? t('phones.missing')}
                          </span>
                          {row.mayEdit ? (
                            <Button
                              size="small"
                              aria-label={t('phones.set-for', { title: row.title })}
                              onClick={() => setSetting(row.postId)}
                            >
                              {t('phones.set')}
                            </Button>
                          ) : null}
                        </div>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      }
    </Answered>
  )
}

function SetPhone({ row, onDone }: { readonly row: Row; readonly onDone: () => void }) {
  const t = useText(postsOfficeMessages)
  const say = useSay()
  const [phone, setPhoneText] = useState(row.phone?.includes('*') ? '' : (row.phone ?? ''))
  const { send, isSending, trouble } = useDo<typeof setPhone>('places.set-phone', {
    renews: ['posts.', 'places.'],
    onDone: () => {
      say(t('phones.saved'))
      onDone()
    },
  })
  function save(event: FormEvent) {
    event.preventDefault()
    send({ postId: row.postId, phone: phone.trim() === '' ? null : phone.trim() })
  }
  return (
    <form className="o-stack" onSubmit={save}>
      <Told trouble={trouble} />
      <Input
        // The form stands where the button was that opened it.
        autoFocus
        aria-label={t('phones.number', { title: row.title })}
        aria-describedby={`hint-${row.postId}`}
        inputMode="tel"
        maxLength={20}
        value={phone}
        onChange={event => setPhoneText(event.target.value)}
      />
      <p id={`hint-${row.postId}`} className="o-soft">
        {t('phones.number-hint')}
      </p>
      <div className="o-actions">
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t('phones.save')}
        </Button>
        <Button onClick={onDone}>{t('phones.cancel')}</Button>
      </div>
    </form>
  )
}
