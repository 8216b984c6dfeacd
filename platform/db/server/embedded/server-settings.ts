import { statfs } from 'node:fs/promises'

/** What every embedded server is told; PostgreSQL's own defaults hold for the rest (fsync, full_page_writes: on). */
const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // The log may be sent to somebody for help, so it holds neither statements, nor parameters, nor the row in a DETAIL.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/** For two cores and a program that shares 600 MB with its database; all durability is left on. */
const durable = {
  max_connections: '60',
  shared_buffers: '96MB',
  work_mem: '8MB',
  maintenance_work_mem: '48MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  max_worker_processes: '6',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  autovacuum_max_workers: '2',
  io_workers: '2',
  // The packed server knows only pglz, which took four tenths of the time of a large write to save a little journal.
  wal_compression: 'off',
}

/** For tests: nothing survives a crash, nothing waits for a disk. */
const throwAway = {
  max_connections: '150',
  shared_buffers: '64MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  checkpoint_timeout: '1h',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '1',
  io_method: 'sync',
}

export type ServerPurpose = 'durable' | 'throw-away'

export async function serverSettings(purpose: ServerPurpose): Promise<Record<string, string>> {
  return { ...always, ...(purpose === 'durable' ? durable : throwAway), ...(await sharedMemoryKind()) }
}

/** Containers give /dev/shm 64 MB by default, where a parallel query dies; the data directory has room. */
async function sharedMemoryKind(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {}
  const room = await statfs('/dev/shm').then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  return { dynamic_shared_memory_type: room >= 256 * 1024 * 1024 ? 'posix' : 'mmap' }
}
