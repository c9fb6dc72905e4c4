import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';

import { loadServices } from '../protocol/load-services';
import { makeCertificate } from './certificate';

/** Source: Terraform, `internal/plugin/serve.go`. Whoever does not say it is a person at a shell. */
const MAGIC_COOKIE = {
  name: 'TF_PLUGIN_MAGIC_COOKIE',
  value: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
} as const;

/** A schema with hundreds of attributes and a plan of thousands of objects go through in one message each. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

export function isStartedByTerraform(env: NodeJS.ProcessEnv): boolean {
  return env[MAGIC_COOKIE.name] === MAGIC_COOKIE.value;
}

/**
 * Serves until Terraform says Shutdown. Where Terraform gives a certificate of its own (always, unless it is told not to), only it
 * may connect. Source: hashicorp/go-plugin, "Writing plugins in other languages".
 */
export async function servePlugin(
  provider: UntypedServiceImplementation,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  // Terraform ends its plugins by Shutdown; a Ctrl-C at the terminal reaches us as well, in the middle of an apply.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-provider-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
    writeCpuSeconds(env.GATEHOUSE_STAND_IN_CPU);
  });
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
    // Counts every message for a debugger that nobody attaches.
    'grpc.enable_channelz': 0,
  });
  addServices(server, provider);
  const socket = join(folder, 's');
  const { credentials, certificate } = secured(env.PLUGIN_CLIENT_CERT);
  await bind(server, `unix:${socket}`, credentials);
  process.stdout.write(`1|5|unix|${socket}|grpc|${certificate}\n`);
  endWithTerraform(Number(env.GATEHOUSE_COMMAND_PID ?? process.pid));
}

/** For `npm run bench`: Terraform's own time is not ours. */
function writeCpuSeconds(file: string | undefined): void {
  if (file === undefined) return;
  const { user, system } = process.cpuUsage();
  appendFileSync(file, `${((user + system) / 1e6).toFixed(3)}\n`);
}

function addServices(server: Server, provider: UntypedServiceImplementation): void {
  const services = loadServices();
  server.addService(services.provider, provider);
  server.addService(services.health, {
    Check: (_call: unknown, reply: (error: null, answer: object) => void) => {
      reply(null, { status: 'SERVING' });
    },
  });
  server.addService(services.controller, {
    // Terraform waits two seconds for a plugin that is still there after it.
    Shutdown: (_call: unknown, reply: (error: null, answer: object) => void) => {
      reply(null, {});
      setImmediate(() => process.exit(0));
    },
  });
}

function secured(clientCertificate: string | undefined): {
  readonly credentials: ServerCredentials;
  /** DER in base64 without padding, as go-plugin reads it; empty where nothing is encrypted. */
  readonly certificate: string;
} {
  if (clientCertificate === undefined || clientCertificate === '') {
    return { credentials: ServerCredentials.createInsecure(), certificate: '' };
  }
  const { der, pem, keyPem } = makeCertificate();
  return {
    credentials: ServerCredentials.createSsl(
      Buffer.from(clientCertificate),
      [{ cert_chain: Buffer.from(pem), private_key: Buffer.from(keyPem) }],
      true,
    ),
    certificate: der.toString('base64').replace(/=+$/, ''),
  };
}

function bind(server: Server, address: string, credentials: ServerCredentials): Promise<void> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

const LOOK_EVERY_MS = 500;

/**
 * Terraform that was killed says no Shutdown: then this process is somebody else's child, and ends. Where the command that keeps the
 * state was killed, Terraform could not write down what it makes, and must make no more.
 */
function endWithTerraform(command: number): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(command)) process.exit(1);
  }, LOOK_EVERY_MS).unref();
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
