import { PerformingTrouble, usePerforming } from '#platform/offline/field/index.ts'
import { Button, Notice, Screen, Unanswered, useAnswer, useClient, useMoment, useText } from '#platform/ui/ui/index.ts'
import type { showInstitution } from '../common/contract.ts'
import { institutionsMessages } from '../common/messages.ts'
import { Attached } from '../ui/Attached.tsx'
import { BodyText } from '../ui/BodyText.tsx'
import { institutionsFieldMessages } from './messages.ts'

/** One institution on the phone, with the button by which one says that one has read it. */
export function InstitutionScreen({ documentId }: { readonly documentId: string }) {
  const t = useText(institutionsFieldMessages, institutionsMessages)
  const moment = useMoment()
  const client = useClient()
  const reading = usePerforming()
  const asked = useAnswer(`institution ${documentId}`, () =>
    client.query<typeof showInstitution>('institutions.show', { documentId }),
  )
  const one = asked.answer
  const confirm = async () => {
    if (!one) return
    const input = { documentId, version: one.shown }
    await reading.perform({ command: 'institutions.acknowledge', input, title: one.title })
    await asked.reload()
  }
  return (
    <Screen title={one?.title ?? t('library.title')} back="/institutions">
      <Unanswered asked={asked} />
      {one ? (
        <>
          <p className="w-soft">
            {one.number} · {t(`kind.${one.kind}`)} · {t(`standing.${one.standing}`)} ·{' '}
            {one.inForceUntil
              ? t('one.until', { from: one.inForceFrom, until: one.inForceUntil })
              : t('one.from', { from: one.inForceFrom })}
          </p>
          {one.repealed ? (
            <Notice tone="warn">{t('one.repealed', { from: one.repealed.from, reason: one.repealed.reason })}</Notice>
          ) : null}
          <BodyText body={one.body} />
          <Attached files={one.attachments} />
          {one.acknowledgedAt ? <p className="w-soft">{t('read.at', { at: moment(one.acknowledgedAt) })}</p> : null}
          <PerformingTrouble outcome={reading.outcome} />
          {one.mustRead && one.acknowledgedAt === null ? (
            <>
              <p>{t('read.why')}</p>
              <Button look="primary" isWide isBusy={reading.isBusy} onPress={() => void confirm()}>
                {t('read.confirm')}
              </Button>
            </>
          ) : null}
        </>
      ) : null}
    </Screen>
  )
}
