/** The number by which people speak of a case: district, year, and a serial number within both, `370113-2026-000123`. */
export function caseNumber(district: string, year: number, serial: number): string {
  return `${district}-${year}-${String(serial).padStart(6, '0')}`
}
