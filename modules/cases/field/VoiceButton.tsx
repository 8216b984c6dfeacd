import { useEffect, useRef, useState } from 'react'
import { Button, useText } from '#platform/ui/ui/index.ts'
import { fieldCaseMessages } from './messages.ts'

interface Recognition {
  lang: string
  processLocally: boolean
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
}
interface RecognitionKind {
  new (): Recognition
  available?(wanted: { readonly langs: readonly string[]; readonly processLocally: boolean }): Promise<string>
}

const language = 'zh-CN'

const kindHere = () => (globalThis as { readonly SpeechRecognition?: RecognitionKind }).SpeechRecognition

/**
 * Speak instead of typing, only where the phone itself turns speech into text: no word of it goes to anybody's server.
 * Elsewhere the keyboard's own microphone does it.
 */
export function VoiceButton({ onWords }: { readonly onWords: (words: string) => void }) {
  const t = useText(fieldCaseMessages)
  const [state, setState] = useState<'still' | 'listening' | 'cannot'>('still')
  const running = useRef<Recognition | null>(null)
  useEffect(() => () => running.current?.stop(), [])
  const Kind = kindHere()
  if (!Kind?.available) return null
  if (state === 'cannot') return <p className="w-hint">{t('report.speak-by-keyboard')}</p>

  async function listen() {
    if (running.current) return running.current.stop()
    const can = await Kind?.available?.({ langs: [language], processLocally: true }).catch(() => 'unavailable')
    if (!Kind || can !== 'available') return setState('cannot')
    const recognition = new Kind()
    recognition.lang = language
    recognition.processLocally = true
    recognition.onresult = ({ results }) =>
      onWords(Array.from(results, alternatives => alternatives[0]?.transcript ?? '').join(''))
    recognition.onend = () => {
      running.current = null
      setState('still')
    }
    running.current = recognition
    setState('listening')
    recognition.start()
  }
  return <Button onPress={() => void listen()}>{t(state === 'listening' ? 'report.listening' : 'report.speak')}</Button>
}
