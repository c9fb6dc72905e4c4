/** What `npm start -- --help` prints. */
export const HELP = `Gatehouse's local cloud: the synthesized stack, played on this machine.

Usage: npm start -- [options]

  --env <name>        environment to run (default: dev)
  --port <base>       first of six neighbouring ports: website, cognito-idp, cognito-identity,
                      execute-api, operator, s3; each further API and website of the stack has
                      the next one; 0 picks free ones (default: 4200)
  --data-dir <dir>    where users, sessions and mail are kept (default: .gatehouse/<env>,
                      with --applied .gatehouse/<env>-applied, with --state .gatehouse/<env>-state)
  --ephemeral         keep nothing: a data folder that goes away at the end
  --reset             forget users, sessions and mail first
  --seed <file>       accounts to make at start (default: apps/local-cloud/seed.json)
  --no-seed           make no accounts
  --host <name>       name in the addresses, besides localhost; it must lead to this machine
  --account-rate <n>  requests a second that API Gateway allows the account (default: 10000)
  --oidc <iss>=<keys> JWKS file, or address on this machine, with the keys of the OpenID Connect
                      provider <iss> of an identity pool; once for each provider
  --lab               let the operator port move the clock and order faults: latency, throttling,
                      errors, missing CORS headers; the console's page Lab does it too
  --help              this text

What is played, at most one of:
  --stack <dir>       a stack folder (default: cdktf.out/stacks/gatehouse-<env>)
  --applied           what Terraform has applied here with npm run deploy:local
  --state <file>      what terraform show -json > state.json printed of any deployment
    --assets <dir>    where the files lie that the state names (default: the folder of the state)

With --applied, and without any of them, what npm run deploy:local applies meanwhile is taken over at once.
Stop with Ctrl-C. Everything listens on this machine's loopback only.`;
