import { z } from 'zod'

/** Fields that several endpoints of this module share. */
export const id = z.uuid()
export const instant = z.string()
/** One line of text: trimmed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)
/** What a login looks like; nothing else can belong to anybody. */
export const loginForm = /^[a-z0-9][a-z0-9._-]{2,39}$/
export const login = z.string().trim().toLowerCase().regex(loginForm)
/** A part of a name to look for; control characters are in no name. */
export const search = z
  .string()
  .trim()
  .max(60)
  .regex(/^\P{Cc}*$/u)
  .optional()
/** The code of a role or a permission word. */
export const code = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9.-]*$/)
/** No rule here but a bound: what makes a password good is said by `password-rules.ts`, in words. */
export const password = z.string().min(1).max(128)
export const totpCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/)
export const gridPath = z.string().regex(/^\d{1,6}(\.\d{1,6}){0,5}$/)
export const Sentence = z.object({ 'zh-CN': z.string(), en: z.string() })
