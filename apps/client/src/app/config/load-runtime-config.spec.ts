import { config } from '../testing/set-up';
import { loadRuntimeConfig } from './load-runtime-config';

const url = new URL('http://site.example/config.json');

function answering(body: string, status = 200) {
  return () => Promise.resolve(new Response(body, { status }));
}

describe('loadRuntimeConfig', () => {
  it('gives what the file says', async () => {
    expect(await loadRuntimeConfig(url, answering(JSON.stringify(config)))).toEqual(config);
  });

  it('never takes the file from a cache unasked', async () => {
    const fetchConfig = jasmine.createSpy().and.resolveTo(new Response(JSON.stringify(config)));
    await loadRuntimeConfig(url, fetchConfig);
    expect(fetchConfig).toHaveBeenCalledWith(url, { cache: 'no-cache' });
  });

  it('tells a missing file, for which an S3 website answers its error document', async () => {
    expect(await loadRuntimeConfig(url, answering('<!doctype html>', 404))).toEqual({
      kind: 'missing',
      detail: 'http://site.example/config.json answered 404.',
    });
  });

  it('names every key at fault', async () => {
    const body = JSON.stringify({ ...config, apiUrl: undefined });
    const failure = await loadRuntimeConfig(url, answering(body));
    expect(failure).toEqual(
      jasmine.objectContaining({
        kind: 'malformed',
        detail: jasmine.stringContaining('apiUrl is missing'),
      }),
    );
  });

  it('tells what is no JSON', async () => {
    expect(await loadRuntimeConfig(url, answering('<!doctype html>'))).toEqual({
      kind: 'malformed',
      detail: 'http://site.example/config.json is not JSON.',
    });
  });

  it('tells when the site is out of reach', async () => {
    const failure = await loadRuntimeConfig(url, () => Promise.reject(new TypeError('no network')));
    expect(failure).toEqual(jasmine.objectContaining({ kind: 'unreachable' }));
  });
});
