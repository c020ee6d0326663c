// Times the peer's authorize() on the cases of a JSON lines file, request and policies built beforehand.
//   node peer_timing.mjs NODE_MODULES CASES.jsonl ROUNDS CALLS  ->  {"simple": µs, "mixed": µs}
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, file, rounds, calls] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(join(modules, '@cloud-copilot', path)).href)
const { authorize } = await load('iam-simulate/dist/esm/core_engine/CoreSimulatorEngine.js')
const { AwsRequestImpl } = await load('iam-simulate/dist/esm/request/request.js')
const { RequestContextImpl } = await load('iam-simulate/dist/esm/requestContext.js')
const { DiscoveryContextKeyConstraints } = await load('iam-simulate/dist/esm/context_keys/discoveryContextKeyConstraints.js')
const { loadPolicy } = await load('iam-policy/dist/esm/index.js')

const policy = (p) => loadPolicy(p.document, { name: p.name })
const policies = (ps) => (ps ?? []).map(policy)
const levels = (ls) => (ls ?? []).map((ps, i) => ({ orgIdentifier: String(i), policies: policies(ps) }))
const caller = (p) => (p === 'anonymous' ? { type: 'Anonymous' } : typeof p === 'string' ? p : p.service ?? p.federated)

const built = readFileSync(file, 'utf8').trim().split('\n').map((line) => {
  const { request: r, policies: p, settings } = JSON.parse(line)
  return {
    request: new AwsRequestImpl(caller(r.principal), { resource: r.resource, accountId: r.resource_account ?? '' },
      r.action, new RequestContextImpl(r.context ?? {}), false),
    identityPolicies: policies(p.identity),
    resourcePolicy: p.resource ? policy(p.resource) : undefined,
    permissionBoundaries: p.boundary ? [policy(p.boundary)] : undefined,
    sessionPolicy: p.session?.length ? policy(p.session[0]) : undefined,
    serviceControlPolicies: levels(p.scp),
    resourceControlPolicies: levels(p.rcp),
    vpcEndpointPolicies: p.endpoint?.length ? policies(p.endpoint) : undefined,
    simulationParameters: { simulationMode: 'Strict', discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]) },
    serviceSettings: { s3: { blockPublicAccess: settings?.block_public_access } }
  }
})

const median = (figures) => figures.sort((a, b) => a - b)[figures.length >> 1]
function perCall(inputs) {
  const figures = []
  for (let round = 0; round < Number(rounds); round++) {
    const start = process.hrtime.bigint()
    for (let i = 0; i < Number(calls); i++) authorize(inputs[i % inputs.length])
    figures.push(Number(process.hrtime.bigint() - start) / Number(calls) / 1000)
  }
  return median(figures)
}
console.log(JSON.stringify({ simple: perCall(built.slice(0, 1)), mixed: perCall(built.slice(1)) }))
