import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of S3 and STS as Terraform's backend asks: a bucket that keeps what is put in it, and a role for a web identity token. */
export interface PlayedAws {
  readonly env: NodeJS.ProcessEnv;
  /** `/bucket/key` → what lies there. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** The tokens that a role was asked for with. */
  readonly tokens: readonly string[];
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body?: string | Buffer;
}

/** Answers in the shapes of the Amazon S3 and AWS STS API references. */
export async function playAws(): Promise<PlayedAws> {
  const objects = new Map<string, Buffer>();
  const tokens: string[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '', 'http://s3');
      const isSts = request.method === 'POST' && path === '/';
      const { status, body: text = '' } = isSts
        ? answerSts(new URLSearchParams(body.toString('utf8')), tokens)
        : query.has('list-type')
          ? { status: 200, body: NO_OBJECTS }
          : answerS3(objects, request, path, body);
      response.writeHead(status, { 'Content-Type': 'application/xml', ETag: '"0"' });
      response.end(text);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      AWS_ENDPOINT_URL_S3: url,
      AWS_ENDPOINT_URL_STS: url,
      AWS_EC2_METADATA_DISABLED: 'true',
      // Nobody resolves a bucket's own name in front of an address.
      TF_CLI_ARGS_init: '-backend-config=use_path_style=true',
    },
    objects,
    tokens,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const NO_OBJECTS =
  '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>';

function answerS3(
  objects: Map<string, Buffer>,
  { method, headers }: IncomingMessage,
  path: string,
  body: Buffer,
): Answer {
  const found = objects.get(path);
  switch (method) {
    case 'PUT':
      // A conditional write: Terraform's lock.
      if (headers['if-none-match'] === '*' && found !== undefined)
        return { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
      objects.set(path, body);
      return { status: 200 };
    case 'DELETE':
      objects.delete(path);
      return { status: 204 };
    default:
      return found === undefined
        ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
        : { status: 200, body: found };
  }
}

function answerSts(asked: URLSearchParams, tokens: string[]): Answer {
  const action = asked.get('Action') ?? '';
  if (action === 'AssumeRoleWithWebIdentity') tokens.push(asked.get('WebIdentityToken') ?? '');
  const arn = 'arn:aws:sts::123456789012:assumed-role/deploy/terraform';
  const user = `<AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:terraform</AssumedRoleId><Arn>${arn}</Arn></AssumedRoleUser>`;
  const keys =
    '<Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>';
  const results: Readonly<Record<string, string>> = {
    AssumeRoleWithWebIdentity: `${user}${keys}`,
    GetCallerIdentity: `<Arn>${arn}</Arn><UserId>AROAEXAMPLE:terraform</UserId><Account>123456789012</Account>`,
  };
  const result = results[action];
  if (result === undefined) return { status: 400, body: '<ErrorResponse/>' };
  const body = `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result></${action}Response>`;
  return { status: 200, body };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
