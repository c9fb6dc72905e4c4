/** The floor: node:http and nothing else. */
import { createServer } from 'node:http';

const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end('{"message":"hello"}');
});
server.listen(0, '127.0.0.1', () => {
  console.log(`ready: http://localhost:${server.address().port}`);
});
