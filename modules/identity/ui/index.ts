/** The door for the phone and the residents' pages: who is signed in, and the forms to get there. */
export { ChangePasswordForm } from './ChangePasswordForm.tsx'
export { identityMessages } from '../common/messages.ts'
export { signInMessages } from './messages.ts'
export { type Me, type Session, SessionProvider, useMe, useSession } from './session.tsx'
export { SignInForm } from './SignInForm.tsx'
