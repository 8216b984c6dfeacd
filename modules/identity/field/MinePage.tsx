import type { ReactNode } from 'react'
import {
  Button,
  LanguageSwitch,
  Link,
  Notice,
  RadioGroup,
  Screen,
  Switch,
  Trouble,
  useGloves,
  useHighContrast,
  useLargeText,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import { signInMessages } from '../ui/messages.ts'
import { useMe, useSession } from '../ui/session.tsx'
import { mineMessages } from './messages.ts'
import { useSwitchPost } from './use-switch-post.ts'

interface MinePageProps {
  /** Ways to what else is mine; the app knows them. */
  readonly children: ReactNode
}

/** Who I am here, in which post, and how I like to see things. */
export function MinePage({ children }: MinePageProps) {
  const t = useText(mineMessages, signInMessages)
  const me = useMe()
  const { signOut } = useSession()
  const leaving = useSending()
  const [isHigh, setHigh] = useHighContrast()
  const [isLarge, setLarge] = useLargeText()
  const [isGloved, setGloved] = useGloves()
  const { switchPost, trouble } = useSwitchPost()
  return (
    <Screen title={t('mine.title')}>
      <p className="w-subtitle">{me.person.name}</p>
      {me.demo ? <p className="w-soft">{t('mine.demo')}</p> : null}
      {me.posts.length === 0 ? (
        <Notice tone="warn">{t('mine.no-post')}</Notice>
      ) : (
        <RadioGroup
          label={t('mine.posts')}
          hint={t('mine.posts-hint')}
          value={me.post?.id ?? null}
          onChange={postId => void switchPost(postId)}
          choices={me.posts.map(post => ({ value: post.id, label: post.title, hint: post.unitName }))}
        />
      )}
      <Trouble trouble={trouble} />
      {children}
      <h2 className="w-subtitle f-part">{t('mine.display')}</h2>
      <LanguageSwitch />
      <Switch label={t('mine.sunlight')} hint={t('mine.sunlight-hint')} isOn={isHigh} onChange={setHigh} />
      <Switch label={t('mine.large')} isOn={isLarge} onChange={setLarge} />
      <Switch label={t('mine.gloves')} hint={t('mine.gloves-hint')} isOn={isGloved} onChange={setGloved} />
      <p className="w-soft">{t('mine.battery')}</p>
      <Trouble trouble={leaving.trouble} />
      <div className="w-actions">
        <Link to="/password" className="w-button">
          {t('password.title')}
        </Link>
        <Button
          isWide
          isBusy={leaving.isSending}
          onPress={() => void leaving.send(() => signOut().then(() => true as const))}
        >
          {t('sign-out')}
        </Button>
      </div>
    </Screen>
  )
}
