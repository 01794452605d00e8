/** What `--help` prints. */
export const usage = `Usage: bayar-simulator [options]

The sandboxes of DANA, DOKU and Faspay in one process, and a control room over them.

  --port <number>                  first of four consecutive ports: DANA, DOKU, Faspay, control room (4010; 0 takes free ones)
  --host <address>                 address to listen on (127.0.0.1)
  --allow-remote                   permit an address other machines can reach
  --state <file>                   keep payments, keys and endpoints across restarts
  --clock real|frozen:<iso time>   follow the machine, or stand still until advanced (real)
  --seed <text>                    the same seed gives the same references (bayar)
  --dana-key <pem file>            the merchant's own private key at DANA, instead of a throwaway one
  --doku-key <pem file>            the merchant's own private key at DOKU, instead of a throwaway one
  --merchant <url>                 the publicUrl of a shop whose acquirers are named doku and faspay; registers
                                     <url>/doku/token and <url>/doku/v1.0/debit/notify at DOKU,
                                     <url>/faspay/notification and <url>/faspay/return at Faspay.
                                     DANA is told with every order
  --doku-token-url <url>           instead of the one under --merchant, as the three below: for other names, or
                                     a handler that is not Bayar's
  --doku-notification-url <url>
  --faspay-notification-url <url>
  --faspay-return-url <url>
  --json                           print one JSON object instead of text
  --help                           print this
`;
