import { DatabaseStartError } from '../database-start-error.ts'

/**
 * The sentences of the embedded server: each says what is wrong and what to do next.
 * Tests: `start-failures.test.ts`, and each one provoked for real in `open-embedded.db.test.ts`.
 */

export function diskFull(place: string, cause?: unknown) {
  return new DatabaseStartError(
    'disk-full',
    {
      'zh-CN': `磁盘已满，数据库无法启动：${place}。请清理该磁盘（至少留出 200 MB）后重新启动；不要删除数据目录里的文件。`,
      en: `The disk is full, the database cannot start: ${place}. Free space on that disk (at least 200 MB) and start again; do not delete files inside the data directory.`,
    },
    cause,
  )
}

export function wrongPermissions(place: string, cause?: unknown) {
  return new DatabaseStartError(
    'wrong-permissions',
    {
      'zh-CN': `没有权限使用数据库目录：${place}。请用上次启动时的同一用户启动，或把该目录的属主改为当前用户（chown -R）后重试。`,
      en: `No permission to use the database directory: ${place}. Start as the same user as last time, or give the directory to the present user (chown -R), then try again.`,
    },
    cause,
  )
}

export function notReachable(folder: string, accountName: string) {
  return new DatabaseStartError('wrong-permissions', {
    'zh-CN': `以 root 启动时，数据库以普通用户 ${accountName} 运行，但它无法进入目录 ${folder}。请执行 chmod o+x ${folder}，或把程序和数据目录放到 /opt、/var/lib 等位置，或改用普通用户启动。`,
    en: `Started as root, the database runs as the ordinary user ${accountName}, which may not enter ${folder}. Run chmod o+x ${folder}, or put the program and its data directory under /opt or /var/lib, or start as an ordinary user.`,
  })
}

export function noUnprivilegedAccount() {
  return new DatabaseStartError('wrong-permissions', {
    'zh-CN':
      '以 root 启动时，数据库需要一个普通系统用户（nobody），但本机没有。请改用普通用户启动，或设置 DATABASE_URL。',
    en: 'Started as root, the database needs an ordinary system user (nobody), and this machine has none. Start as an ordinary user, or set DATABASE_URL.',
  })
}

export function otherMajorVersion(place: string, found: number, ours: number) {
  if (found > ours) {
    return new DatabaseStartError('newer-data-directory', {
      'zh-CN': `数据目录 ${place} 由更新的 PostgreSQL ${found} 创建，本程序自带的是 PostgreSQL ${ours}。请使用当时的（或更新的）程序版本启动；数据未被改动。`,
      en: `The data directory ${place} was made by the newer PostgreSQL ${found}; this program carries PostgreSQL ${ours}. Start the release that made it, or a later one; the data was not touched.`,
    })
  }
  return new DatabaseStartError('older-data-directory', {
    'zh-CN': `数据目录 ${place} 由较旧的 PostgreSQL ${found} 创建，本程序自带的是 PostgreSQL ${ours}。请先用旧版本程序导出备份，再在新目录中恢复；数据未被改动。`,
    en: `The data directory ${place} was made by the older PostgreSQL ${found}; this program carries PostgreSQL ${ours}. Make a backup with the old release and restore it into a new directory; the data was not touched.`,
  })
}

export function nothingThere(place: string) {
  return new DatabaseStartError('no-database', {
    'zh-CN': `${place} 里还没有数据库。请检查 WANGGE_DATA（和当前目录），或先用 npm start 启动一次程序。`,
    en: `There is no database in ${place} yet. Check WANGGE_DATA (and the present folder), or start the program once with npm start.`,
  })
}

export function damagedDataDirectory(place: string, what: string) {
  return new DatabaseStartError('damaged-data-directory', {
    'zh-CN': `数据目录不完整：${place} 缺少 ${what}。请从备份恢复整个目录；如确实没有数据，可将其移走后重新启动。`,
    en: `The data directory is incomplete: ${place} lacks ${what}. Restore the whole directory from a backup; if there is nothing to keep, move it away and start again.`,
  })
}

export function notEnoughSharedMemory(cause?: unknown) {
  return new DatabaseStartError(
    'not-enough-shared-memory',
    {
      'zh-CN':
        '共享内存或信号量不足，数据库无法启动。请增加可用内存（容器请加大 --shm-size 或内存上限），或关闭其他程序后重试。',
      en: 'Not enough shared memory or semaphores for the database. Give the machine more memory (in a container raise --shm-size or the memory limit), or stop other programs, then try again.',
    },
    cause,
  )
}

export function unsupportedPlatform(platform: string) {
  return new DatabaseStartError('unsupported-platform', {
    'zh-CN': `没有适用于 ${platform} 的内置数据库程序。请重新安装依赖（npm install，不要加 --omit=optional），或安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。`,
    en: `There is no embedded database program for ${platform}. Install the dependencies again (npm install, without --omit=optional), or install PostgreSQL 15 or newer and set DATABASE_URL.`,
  })
}

export function binaryUnusable(place: string, cause?: unknown) {
  return new DatabaseStartError(
    'binary-unusable',
    {
      'zh-CN': `内置数据库程序无法运行：${place}。请重新安装依赖（删除 node_modules 后 npm install），或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
      en: `The embedded database program does not run: ${place}. Install the dependencies again (remove node_modules, then npm install), or set DATABASE_URL to use a PostgreSQL of your own.`,
    },
    cause,
  )
}

export function secondProgram(place: string) {
  return new DatabaseStartError('second-program', {
    'zh-CN': `另一个程序正在使用数据目录 ${place}。请先停止它，或为本程序指定另一个数据目录。`,
    en: `Another program is using the data directory ${place}. Stop it first, or give this program a data directory of its own.`,
  })
}

export function didNotStart(logFile: string, lastLines: string) {
  return new DatabaseStartError('did-not-start', {
    'zh-CN': `数据库没有启动成功。日志：${logFile}。最后几行：\n${lastLines}`,
    en: `The database did not start. See ${logFile}; the last lines are above.`,
  })
}

/** Turns what `initdb` or `postgres` printed (always English, see `serverEnvironment`) into a sentence, if it is known. */
export function explainOutput(output: string, place: string): DatabaseStartError | undefined {
  // Semaphores and /dev/shm report "No space left on device" too, so shared memory is looked for before the disk.
  if (/could not (create|map|resize|open) (anonymous )?(shared memory|semaphores)|semget|shmget/.test(output)) {
    return notEnoughSharedMemory(output)
  }
  if (/error while loading shared libraries|cannot execute|GLIBC_[\d.]+' not found|Library not loaded/.test(output)) {
    return binaryUnusable(output.trim().split('\n').at(-1) ?? place)
  }
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(place, output)
  if (/Permission denied|Operation not permitted|invalid permissions|wrong ownership|Read-only file/.test(output)) {
    return wrongPermissions(place, output)
  }
  return undefined
}

/** Turns an error of Node's file and process calls into a sentence; an unknown one is given back as it is. */
export function explainSystemError(error: unknown, place: string): unknown {
  if (error instanceof DatabaseStartError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(place, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const at = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : place
    return wrongPermissions(at, error)
  }
  return error
}
