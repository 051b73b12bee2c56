import { describe, expect, it } from '@jest/globals';
import { FlatObjects } from './flat-objects.js';
import { LineBytes } from './line-bytes.js';

const METHOD_OF_32 = 'M'.repeat(32);

/** Method, path, query and place of the version; null where they are read as text. */
function targetOf(told: Readonly<Record<string, unknown>>): unknown {
  const line = new LineBytes();
  const objects = new FlatObjects(line, { name: 's', format: 'nginx_json' }, () => false);
  line.takeText(JSON.stringify({ msec: 1_795_381_200, remote_addr: '192.0.2.7', ...told }));
  if (objects.take() === null) return null;
  const { pieces } = objects.read;
  return [
    line.text(pieces.methodStart, pieces.methodEnd),
    line.text(pieces.pathStart, pieces.pathEnd),
    line.text(pieces.queryStart, pieces.queryEnd),
    pieces.version,
  ];
}

describe('readFlatTarget', () => {
  it.each<[Record<string, unknown>, unknown[]]>([
    [{ request: 'GET /a?b=c?d HTTP/1.1' }, ['GET', '/a', 'b=c?d', 1]],
    [{ request: 'POST / HTTP/2.0' }, ['POST', '/', '', 2]],
    [{ request: `${METHOD_OF_32} /a HTTP/1.0` }, [METHOD_OF_32, '/a', '', 0]],
    [{ request: 'GET /a b HTTP/1.1' }, ['GET', '/a b', '', 1]],
    [{ request: 'GET /a HTTP/1.1', method: 'PUT' }, ['PUT', '/a', '', 1]],
    [{ request: 'GET /a HTTP/1.1', uri: '/b?c' }, ['GET', '/b', 'c', 1]],
    [{ method: 'GET', uri: '/a?' }, ['GET', '/a', '', 3]],
    [{ method: 'GET', uri: '/a', args: 'b=c' }, ['GET', '/a', 'b=c', 3]],
    [{ method: 'GET', uri: '/a?b', args: 'c' }, ['GET', '/a', 'b', 3]],
    [{ method: 'GET', path: '/a', args: 'b' }, ['GET', '/a', 'b', 3]],
    [{ method: 'GET', uri: '/a', protocol: 'HTTP/3', request: 'x' }, ['GET', '/a', '', 3]],
  ])('takes %j', (told, target) => {
    expect(targetOf(told)).toEqual(target);
  });

  it.each<[Record<string, unknown>]>([
    [{}],
    [{ method: 'GET' }],
    [{ uri: '/a' }],
    [{ request: '/a' }],
    [{ request: ' /a HTTP/1.1' }],
    [{ request: 'GET /a' }],
    [{ request: 'GET /a HTTP/3' }],
    [{ request: 'GET /a HTTP/1.2' }],
    [{ request: 'GET  /a HTTP/1.1' }],
    [{ request: 'GET a HTTP/1.1' }],
    [{ request: '_ET /a HTTP/1.1' }],
    [{ request: 'get /a HTTP/1.1' }],
    [{ request: `${METHOD_OF_32}M /a HTTP/1.0` }],
    [{ request: 'GET HTTP/1.1' }],
    [{ request: 1 }],
    [{ request: true, method: 'GET' }],
    [{ method: 1, uri: '/a' }],
    [{ method: 'GE T', uri: '/a' }],
    [{ method: 'GET', uri: 1 }],
    [{ method: 'GET', uri: 'http://a.example/' }],
    [{ method: 'GET', uri: '/a', args: '?b' }],
    [{ method: 'GET', uri: '/a', args: 1 }],
    [{ method: 'GET', uri: '/a', request: 'x' }],
  ])('leaves %j to be read as text', (told) => {
    expect(targetOf(told)).toBeNull();
  });
});
