import { useState } from 'react'
import type { listThings } from '#modules/registry/common/index.ts'
import { Button, TextField, Trouble, useClient, useSending, useText } from '#platform/ui/ui/index.ts'
import { fieldVisitsMessages } from './messages.ts'

export interface Chosen {
  readonly thingId: string
  readonly name: string
}

interface WhomFieldProps {
  readonly chosen: readonly Chosen[]
  readonly onChosen: (chosen: readonly Chosen[]) => void
  readonly error: string | null
}

/** People and households of the library by name; what may not be seen is not found. */
export function WhomField({ chosen, onChosen, error }: WhomFieldProps) {
  const t = useText(fieldVisitsMessages)
  const client = useClient()
  const finding = useSending()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly Chosen[] | null>(null)
  async function find() {
    const text = words.trim()
    if (text === '') return
    const rows: Chosen[] = []
    for (const kind of ['person', 'household'] as const) {
      const page = await finding.send(() => client.query<typeof listThings>('registry.list', { kind, text, limit: 10 }))
      rows.push(...(page?.rows ?? []).map(({ thingId, title }) => ({ thingId, name: title })))
    }
    setFound(rows)
  }
  const left = found?.filter(one => !chosen.some(other => other.thingId === one.thingId))
  return (
    <fieldset className="w-group">
      <legend>{t('write.whom')}</legend>
      <ul className="f-list">
        {chosen.map(one => (
          <li key={one.thingId} className="w-card">
            <strong>{one.name}</strong>{' '}
            <Button onPress={() => onChosen(chosen.filter(other => other.thingId !== one.thingId))}>
              {t('write.drop', { name: one.name })}
            </Button>
          </li>
        ))}
      </ul>
      <TextField label={t('write.find')} maxLength={50} value={words} onChange={setWords} error={error} />
      <div className="w-actions">
        <Button isBusy={finding.isSending} onPress={() => void find()}>
          {t('write.find-button')}
        </Button>
      </div>
      <Trouble trouble={finding.trouble} />
      {left?.length === 0 ? <p className="w-hint">{t('write.found-none')}</p> : null}
      <div className="w-actions">
        {left?.map(one => (
          <Button
            key={one.thingId}
            onPress={() => {
              onChosen([...chosen, one])
              setFound(null)
              setWords('')
            }}
          >
            {t('write.take', { name: one.name })}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
