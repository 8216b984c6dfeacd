const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands a sheet to the browser as a download. */
export function saveSheet(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: xlsx }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
