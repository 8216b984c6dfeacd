import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { CardList, PerformingTrouble, useDraftText, usePerforming } from '#platform/offline/field/index.ts'
import { Button, Notice, Screen, TextArea, useMoment, useText } from '#platform/ui/ui/index.ts'
import type { myWords } from '../common/contract.ts'
import { relayTextLimits as most } from '../common/passing.ts'
import { fieldRelayMessages } from './messages.ts'
import { useOwnYards } from './use-own-yards.ts'
import './head.css'

type Word = OutputOf<typeof myWords>['words'][number]

/** Words for the households: those that wait first, each large enough to be held out and read at a door. */
export function WordsPage() {
  const t = useText(fieldRelayMessages)
  const [all, setAll] = useState(false)
  const asked = useOwnYards(all)
  return (
    <Screen title={t('words.title')} back="/">
      <CardList
        asked={asked}
        rows={asked.answer?.words}
        rowKey={word => word.wordId}
        empty={t('words.empty')}
        emptyHint={t('words.empty-hint')}
      >
        {word => <OneWord word={word} onPassed={() => void asked.reload()} />}
      </CardList>
      {asked.answer && asked.answer.earlier > 0 ? (
        <div className="w-actions">
          <Button isWide onPress={() => setAll(true)}>
            {t('words.earlier', { n: asked.answer.earlier })}
          </Button>
        </div>
      ) : null}
    </Screen>
  )
}

function OneWord({ word, onPassed }: { readonly word: Word; readonly onPassed: () => void }) {
  const t = useText(fieldRelayMessages)
  const moment = useMoment()
  return (
    <article aria-label={word.title}>
      <h2 className="w-subtitle">{word.title}</h2>
      <p className="w-soft">{t('words.from', { unit: word.fromUnit ?? '', when: moment(word.at) })}</p>
      <p className="r-words">{word.text}</p>
      {word.state === 'waiting' ? <Pass word={word} onPassed={onPassed} /> : null}
      {word.state === 'dropped' ? <Notice>{t('words.dropped')}</Notice> : null}
      {word.passedAt === null ? null : <p>{t('words.passed', { when: moment(word.passedAt) })}</p>}
      {word.asked === '' ? null : <p>{t('words.you-asked', { text: word.asked })}</p>}
      {word.state === 'asked' ? <p className="w-soft">{t('words.no-answer')}</p> : null}
      {word.state === 'answered' ? (
        <Notice tone="good">{t('words.answer', { who: word.answeredBy ?? '', text: word.answer })}</Notice>
      ) : null}
    </article>
  )
}

function Pass({ word, onPassed }: { readonly word: Word; readonly onPassed: () => void }) {
  const t = useText(fieldRelayMessages)
  const doing = usePerforming()
  const [asked, setAsked, forget] = useDraftText(`relay ${word.wordId}`)
  async function pass() {
    const input = { wordId: word.wordId, at: new Date().toISOString(), asked: asked.trim() }
    if (!(await doing.perform({ command: 'relay.pass', input, title: word.title }))) return
    forget()
    onPassed()
  }
  return (
    <>
      <p>
        <strong>{t('words.until', { day: word.untilOn })}</strong>
      </p>
      <TextArea
        label={t('words.asked')}
        hint={t('words.asked-hint')}
        isOptional
        rows={2}
        max={most.asked}
        value={asked}
        onChange={setAsked}
      />
      <PerformingTrouble outcome={doing.outcome} />
      <div className="w-actions">
        <Button look="primary" isWide isBusy={doing.isBusy} onPress={() => void pass()}>
          {t('words.pass')}
        </Button>
      </div>
    </>
  )
}
