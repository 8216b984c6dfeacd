const codes = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']

/** Whether an error says that no server answers: it is starting up, shutting down, already deaf, or gone. */
export function isDatabaseGone(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const code = 'code' in error ? String(error.code) : ''
  const message = 'message' in error ? String(error.message) : ''
  return codes.includes(code) || /Connection terminated|timeout expired|not queryable/.test(message)
}
