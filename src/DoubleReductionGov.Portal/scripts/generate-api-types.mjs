// Writes src/api/schema.d.ts from the OpenAPI document of the running server, or of the path or address given:
//   npm run gen:api
//   npm run gen:api -- ../DoubleReductionGov.Host/openapi.json
import { execFileSync } from 'node:child_process';

const source = process.argv[2] ?? 'http://127.0.0.1:5080/openapi/v1.json';

// The server writes every property of what it sends, also where the document does not call it required.
const options = ['--properties-required-by-default', '-o', 'src/api/schema.d.ts'];
execFileSync('npx', ['--no-install', 'openapi-typescript', source, ...options], { stdio: 'inherit' });
