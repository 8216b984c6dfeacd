import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import {
  type Me,
  MustFirst,
  SetUp,
  SignIn,
  SignInAgain,
  useMe,
  useSetUpState,
  useSwitchPost,
} from '#modules/identity/office/routes.tsx'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { Failed, Loading } from '#platform/ui/office/Blank.tsx'
import { OfficeProvider } from '#platform/ui/office/session.tsx'
import { LiveProvider } from '#platform/ui/ui/live.ts'
import { LiveRenewal } from './LiveRenewal.tsx'
import { officeModules } from './modules.ts'
import { createOfficeRouter } from './router.tsx'

interface GateProps {
  readonly isSessionOver: boolean
  readonly onSignedIn: () => void
  readonly onSignedOut: () => void
}

/** Decides what one sees first: the first start, signing in, what must be done first, or the office. */
export function Gate({ isSessionOver, onSignedIn, onSignedOut }: GateProps) {
  const setUp = useSetUpState()
  const me = useMe()
  const known = useRef<Me | null>(null)
  useEffect(() => {
    const before = known.current
    if (!me.data) return
    // Somebody else signed in over this page: what is on it is not theirs to see.
    if (before && before.person.id !== me.data.person.id) window.location.assign('/office/')
    known.current = me.data
  }, [me.data])
  const leave = () => {
    known.current = null
    onSignedOut()
  }
  const isOut = me.isError && isRefusal(me.error) && me.error.kind === 'unauthenticated'

  if (setUp.data?.needed) {
    const done = () => {
      void setUp.refetch()
      onSignedIn()
    }
    return <SetUp onSignedIn={done} />
  }
  if (isOut && !me.data) return <SignIn onSignedIn={onSignedIn} />
  if (!me.data) return me.isPending ? <Loading /> : <Failed trouble={me.error} onAgain={me.refetch} />
  if (me.data.person.mustChangePassword || me.data.person.mustSetUpTotp) {
    return <MustFirst me={me.data} onDone={onSignedIn} onSignedOut={leave} />
  }
  return (
    <>
      <Office me={me.data} isLive={!isSessionOver} onSessionOver={() => void me.refetch()} onSignedOut={leave} />
      {isSessionOver ? <SignInAgain onSignedIn={onSignedIn} /> : null}
    </>
  )
}

interface OfficeProps {
  readonly me: Me
  readonly isLive: boolean
  readonly onSessionOver: () => void
  readonly onSignedOut: () => void
}

function Office({ me, isLive, onSessionOver, onSignedOut }: OfficeProps) {
  const [router] = useState(createOfficeRouter)
  const queries = useQueryClient()
  const switchOnServer = useSwitchPost()
  return (
    <OfficeProvider
      person={me.person}
      post={me.post}
      posts={me.posts}
      permissions={me.permissions}
      isDemo={me.demo}
      modules={officeModules}
      switchPost={async postId => {
        const isDone = await switchOnServer(postId)
        // Another post sees and may do other things: everything on the screen is asked again.
        if (isDone) await queries.invalidateQueries()
        return isDone
      }}
      signedOut={onSignedOut}
    >
      <LiveProvider isSignedIn={isLive} onSignedOut={onSessionOver}>
        <LiveRenewal />
        <RouterProvider router={router as never} />
      </LiveProvider>
    </OfficeProvider>
  )
}
