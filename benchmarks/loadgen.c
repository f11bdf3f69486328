/* loadgen.c - load generator for live Socket.IO rooms (Engine.IO v4, websocket transport).
 *
 * One process, one thread, epoll; holds >10,000 clients in some tens of MB, a few
 * microseconds of CPU per message, so that the server and not the generator is
 * what is measured.  Loopback by default; never point it at machines of others.
 * Longer than most because it is one program in one file, to be built with one line anywhere.
 *
 *   build:  cc -O2 -o loadgen loadgen.c -lz -lm
 *   run:    ./loadgen --port 5001 --n 1000 --pids 1234 > out.json
 *
 * options
 *   --host H --port P[,P2..]   server(s); phones are spread round-robin over the ports,
 *                              the presenter sits on the first
 *   --profile FILE             event names and steps (format below); default: built-in "proto"
 *   --n N                      phones (plus one presenter)
 *   --inflight K               at most K phones between connect() and joined (0 = all at once)
 *   --shows K                  fan-out repetitions (default 8), --showgap seconds (default .15)
 *   --bursts A,B               answer bursts: every phone answers once, at a random moment of A
 *                              (then of B) seconds (default 1,3)
 *   --idle S                   seconds of quiet, to measure idle CPU and RSS (default 0)
 *   --pids p,q                 server processes whose CPU and RSS are read from /proc
 *   --deflate                  offer permessage-deflate the way phone browsers do
 *   --timeout S                give up a phase after S seconds (default 60)
 *   --hold S                   the shows begin S seconds after the start, not before (for several generators at once)
 *   --raw                      also every single latency, as "raw" beside fan-out and bursts
 *   --label TEXT               goes into the JSON
 *   --seed X
 *
 * phases: join storm, fan-out (xK), answer bursts, idle.  One JSON object on stdout, a
 * readable summary on stderr.  All times in ms.  "cpu" is CPU-ms of the server processes
 * in that phase (10 ms granularity), "gen" that of this generator: where gen approaches
 * the wall time of the phase, the generator is the limit and not the server.
 *
 * profile file: key=value lines.
 *   path=/socket.io/               present.connect=40        phone.connect=40
 *   present.step=SEND => PREFIX    (repeatable: send, then wait for a message with PREFIX; "-" = do not wait)
 *   present.capture=name:"key":"   (repeatable: text after that key up to the next quote, backslash, comma or
 *                                   brace, taken from every presenter message, the latest counts; use as {name})
 *   phone.capture=name:KEY         the same, from the messages of the first phone
 *   phone.step=SEND => PREFIX
 *   prepare=SEND => PREFIX         (optional: presenter, before each show; goes on once the presenter has PREFIX
 *                                   and every phone a message with show.ok; not timed)
 *   show=SEND   show.first=SEND    (presenter's "show question"; show.first for the first one)
 *   show.ok=PREFIX                 (what phones get)
 *   show.max=K                     (at most K shows)
 *   open.ok=PREFIX                 (optional: phones may answer only after this one)
 *   close.ok=PREFIX                (optional: presenter message that ends a question)
 *   answer=SEND  answer.ok=PREFIX  count.prefix=PREFIX  count.key="n":   (empty key: occurrences are counted)
 *   burst.show=1                   (a show precedes each burst)
 * In SEND/PREFIX: {i} phone index, {q} question number, {id} ack id of this question, {r} run id,
 * and captured names.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#define MAXSTEP 8
#define MAXCAP 4
typedef struct { char *send, *wait; } Step;
static struct {
  char *path, *pconn, *cconn, *show, *show_first, *show_ok, *open_ok, *close_ok, *answer, *answer_ok, *count_prefix, *count_key;
  Step p[MAXSTEP], c[MAXSTEP], prep[MAXSTEP];
  int np, nc, nprep, ncap, show_max, burst_show;
  char *capname[MAXCAP], *capkey[MAXCAP]; int capphone[MAXCAP];
} P = {.path = "/socket.io/", .pconn = "40", .cconn = "40", .show_max = 1 << 30, .burst_show = 1};
static char capval[MAXCAP][256];

enum { ST_NEW, ST_CONN, ST_HTTP, ST_OPEN, ST_SIO, ST_STEP, ST_UP, ST_DEAD };
typedef struct {
  int fd, st, idx, step, defl;
  uint8_t *b; int len, cap;       /* unparsed input */
  char *o; int olen;              /* unsent output */
  z_stream *z;
  double t0, tj, ts, tr;
  uint8_t gotshow, gotopen, acked, sent;
} C;

static C *cl; static int N = 100, ep, nports, ports[16];
static const char *host = "127.0.0.1", *label = "";
static int inflight = 0, shows = 8, deflate_on = 0, npids, pids[64], runid;
static double bursts[8], idle_s = 0, timeout_s = 60, showgap = .15; static int nb;
static int up_n, njoined, nerr, nshow, nack, nopen, q, closed_seen; static long lastcount; static double tcount_full, tfirstcount, tpresent;
static int prepared; static char show_ok[256], prep_ok[256], answer_ok[256], open_ok[256], close_ok[256];
static long bytes_in, msgs_in;
static unsigned long long rng = 88172645463325252ull;
static double rnd(void) { rng ^= rng << 13; rng ^= rng >> 7; rng ^= rng << 17; return (rng >> 11) / 9007199254740992.0; }
static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e3 + t.tv_nsec / 1e6; }
static void die(const char *m) { fprintf(stderr, "loadgen: %s (%s)\n", m, strerror(errno)); exit(1); }

static void expand(char *out, int cap, const char *t, int i) {
  int o = 0;
  for (; *t && o < cap - 64;) {
    if (*t == '{') {
      int hit = 0;
      struct { const char *n; int v; } v[] = {{"{i}", i}, {"{q}", q}, {"{id}", 100 + q}, {"{r}", runid}};
      for (unsigned k = 0; k < 4; k++) if (!strncmp(t, v[k].n, strlen(v[k].n))) { o += sprintf(out + o, "%d", v[k].v); t += strlen(v[k].n); hit = 1; break; }
      if (!hit) for (int k = 0; k < P.ncap; k++) { int l = strlen(P.capname[k]);
        if (!strncmp(t + 1, P.capname[k], l) && t[1 + l] == '}') { o += snprintf(out + o, cap - o, "%s", capval[k]); t += l + 2; hit = 1; break; } }
      if (hit) continue;
    }
    out[o++] = *t++;
  }
  out[o] = 0;
}

static void ep_set(C *c, int op, uint32_t ev) { struct epoll_event e = {.events = ev, .data.ptr = c}; epoll_ctl(ep, op, c->fd, &e); }
static void fail(C *c) { if (c->st != ST_DEAD) { if (c->st == ST_UP) njoined--; close(c->fd); c->st = ST_DEAD; nerr++; } }
static void out(C *c, const char *d, int n) {
  if (c->st == ST_DEAD) return;
  if (!c->olen) { int w = send(c->fd, d, n, MSG_NOSIGNAL | MSG_DONTWAIT); if (w == n) return; if (w < 0) { if (errno != EAGAIN) { fail(c); return; } w = 0; } d += w; n -= w; }
  c->o = realloc(c->o, c->olen + n); memcpy(c->o + c->olen, d, n); c->olen += n; ep_set(c, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
}
static void wsend(C *c, int op, const char *s, int n) { /* masked with key 0: legal, and free */
  char h[14]; int k = 2; h[0] = 0x80 | op;
  if (n < 126) h[1] = 0x80 | n; else { h[1] = 0x80 | 126; h[2] = n >> 8; h[3] = n; k = 4; }
  memset(h + k, 0, 4); k += 4;
  char buf[4096]; if (n + k > (int)sizeof buf) die("message too long");
  memcpy(buf, h, k); memcpy(buf + k, s, n); out(c, buf, n + k);
}
static void wtext(C *c, const char *tmpl) { char b[3500]; expand(b, sizeof b, tmpl, c->idx); wsend(c, 1, b, strlen(b)); }

static void start(C *c, int port) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0); if (fd < 0) die("socket (ulimit -n?)");
  int one = 1; setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (!strcmp(host, "127.0.0.1")) { /* many source addresses: no shortage of ports */
    struct sockaddr_in s = {.sin_family = AF_INET}; s.sin_addr.s_addr = htonl(0x7f000002 + (c->idx + 2) % 61); setsockopt(fd, IPPROTO_IP, 24 /*IP_BIND_ADDRESS_NO_PORT*/, &one, sizeof one); bind(fd, (void *)&s, sizeof s); }
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)}; inet_pton(AF_INET, host, &a.sin_addr);
  c->fd = fd; c->t0 = now(); c->st = ST_CONN;
  if (connect(fd, (void *)&a, sizeof a) < 0 && errno != EINPROGRESS) { c->st = ST_DEAD; nerr++; close(fd); return; }
  ep_set(c, EPOLL_CTL_ADD, EPOLLOUT);
}
static int pre(const char *m, int n, const char *p) { int l = strlen(p); return l && n >= l && !memcmp(m, p, l); }

static void nextstep(C *c) {
  Step *s = c->idx < 0 ? P.p : P.c; int n = c->idx < 0 ? P.np : P.nc;
  while (c->step < n) { c->st = ST_STEP; wtext(c, s[c->step].send); if (strcmp(s[c->step].wait, "-")) return; c->step++; }
  c->st = ST_UP; c->tj = now(); if (c->idx >= 0) njoined++;
}
static void onmsg(C *c, char *m, int n) {
  msgs_in++;
  if (n == 1 && m[0] == '2') { wsend(c, 1, "3", 1); return; }
  if (c->idx <= 0) for (int k = 0; k < P.ncap; k++) { if (P.capphone[k] != (c->idx == 0)) continue; char *f = memmem(m, n, P.capkey[k], strlen(P.capkey[k]));
    if (f) { f += strlen(P.capkey[k]); int l = 0; while (f + l < m + n && !strchr("\"\\,}", f[l]) && l < 255) l++; memcpy(capval[k], f, l); capval[k][l] = 0; } }
  switch (c->st) {
  case ST_OPEN: if (m[0] == '0') { c->st = ST_SIO; wtext(c, c->idx < 0 ? P.pconn : P.cconn); } return;
  case ST_SIO: if (pre(m, n, "40")) { c->step = 0; nextstep(c); } else if (pre(m, n, "44")) fail(c); return;
  case ST_STEP: {
    Step *s = c->idx < 0 ? P.p : P.c; char w[256];
    expand(w, sizeof w, s[c->step].wait, c->idx);
    if (pre(m, n, w)) { c->step++; nextstep(c); }
    return; }
  case ST_UP:
    if (c->idx < 0) {
      if (P.count_prefix && pre(m, n, P.count_prefix) && !*P.count_key) { if (++lastcount >= up_n && tcount_full == 0) tcount_full = now(); return; }
      if (P.count_prefix && pre(m, n, P.count_prefix)) { char *f = memmem(m, n, P.count_key, strlen(P.count_key));
        if (f) { char t[24]; int l = m + n - (f + strlen(P.count_key)); if (l > 23) l = 23; memcpy(t, f + strlen(P.count_key), l); t[l] = 0; lastcount = atol(t); if (tfirstcount == 0) tfirstcount = now(); if (lastcount >= up_n && tcount_full == 0) tcount_full = now(); } }
      if (pre(m, n, close_ok)) closed_seen = 1;
      if (pre(m, n, prep_ok)) prepared = 1;
      if (tpresent == 0 && pre(m, n, show_ok)) tpresent = now();
      return;
    }
    if (!c->gotshow && pre(m, n, show_ok)) { c->gotshow = 1; c->tr = now(); nshow++; }
    if (!c->gotopen && pre(m, n, open_ok)) { c->gotopen = 1; nopen++; }
    if (c->sent && !c->acked && pre(m, n, answer_ok)) { c->acked = 1; c->tr = now(); nack++; }
  }
}
static char zb[1 << 20];
static void frame(C *c, int b0, uint8_t *d, int n) {
  int op = b0 & 15;
  if (op == 8) { fail(c); return; }
  if (op == 9) { wsend(c, 10, (char *)d, n); return; }
  if (op > 2) return;
  if (b0 & 0x40) {
    if (!c->z) { c->z = calloc(1, sizeof(z_stream)); inflateInit2(c->z, -15); }
    static uint8_t in[1 << 18]; memcpy(in, d, n); memcpy(in + n, "\0\0\xff\xff", 4);
    c->z->next_in = in; c->z->avail_in = n + 4; c->z->next_out = (void *)zb; c->z->avail_out = sizeof zb;
    inflate(c->z, Z_SYNC_FLUSH); onmsg(c, zb, sizeof zb - c->z->avail_out);
  } else onmsg(c, (char *)d, n);
}
static int parse(C *c, uint8_t *b, int n) { /* returns bytes used */
  int u = 0;
  if (c->st == ST_HTTP) {
    char *e = memmem(b, n, "\r\n\r\n", 4); if (!e) return 0;
    if (n < 12 || memcmp(b + 9, "101", 3)) { if (!nerr) fprintf(stderr, "handshake refused: %.*s\n", n > 120 ? 120 : n, b); fail(c); return n; }
    u = e + 4 - (char *)b; c->defl = memmem(b, u, "permessage-deflate", 18) != NULL; c->st = ST_OPEN;
  }
  while (n - u >= 2 && c->st != ST_DEAD) {
    uint8_t *f = b + u; int h = 2; long l = f[1] & 127;
    if (l == 126) { if (n - u < 4) break; l = f[2] << 8 | f[3]; h = 4; } else if (l == 127) { if (n - u < 10) break; l = 0; for (int i = 2; i < 10; i++) l = l << 8 | f[i]; h = 10; }
    if (n - u < h + l) break;
    u += h + l; frame(c, f[0], f + h, l);
  }
  return u;
}
static uint8_t rb[1 << 18];
static void onev(C *c, uint32_t ev) {
  if (c->st == ST_DEAD) return;
  if (c->st == ST_CONN) {
    int e = 0; socklen_t l = sizeof e; getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &e, &l);
    if (e || (ev & EPOLLERR)) { fail(c); return; }
    char h[700]; int n = snprintf(h, sizeof h, "GET %s?EIO=4&transport=websocket HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%sUser-Agent: Mozilla/5.0 (Linux; Android 13) loadgen\r\nAccept-Language: de\r\n\r\n", P.path, host, deflate_on ? "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n" : "");
    c->st = ST_HTTP; ep_set(c, EPOLL_CTL_MOD, EPOLLIN); out(c, h, n); return;
  }
  if (ev & EPOLLOUT && c->olen) { int w = send(c->fd, c->o, c->olen, MSG_NOSIGNAL | MSG_DONTWAIT); if (w > 0) { memmove(c->o, c->o + w, c->olen - w); c->olen -= w; } if (!c->olen) ep_set(c, EPOLL_CTL_MOD, EPOLLIN); }
  if (ev & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
    int r = read(c->fd, rb, sizeof rb);
    if (r <= 0) { if (r < 0 && errno == EAGAIN) return; fail(c); return; }
    bytes_in += r;
    if (c->len) { if (c->len + r > c->cap) c->b = realloc(c->b, c->cap = c->len + r); memcpy(c->b + c->len, rb, r); c->len += r; int u = parse(c, c->b, c->len); memmove(c->b, c->b + u, c->len - u); c->len -= u; }
    else { int u = parse(c, rb, r); if (u < r) { if (r - u > c->cap) c->b = realloc(c->b, c->cap = r - u); memcpy(c->b, rb + u, r - u); c->len = r - u; } }
  }
}
static void pump(double ms) {
  struct epoll_event e[512]; int n = epoll_wait(ep, e, 512, ms < 0 ? 0 : (int)ms);
  for (int i = 0; i < n; i++) onev(e[i].data.ptr, e[i].events);
}
/* Serve the sockets for so long; asleep in between, or five hundred generators would leave the server no processor. */
static void rest(double ms) { double t = now(), left; while ((left = t + ms - now()) > 0) pump(ceil(left)); }
static double cpu_srv(void) { double s = 0; for (int i = 0; i < npids; i++) { char p[64], b[1024]; sprintf(p, "/proc/%d/stat", pids[i]); FILE *f = fopen(p, "r"); if (!f) continue; if (fgets(b, sizeof b, f)) { char *x = strrchr(b, ')'); long u, v; if (x && sscanf(x + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &u, &v) == 2) s += (u + v) * 1000.0 / sysconf(_SC_CLK_TCK); } fclose(f); } return s; }
static double rss_srv(void) { double s = 0; for (int i = 0; i < npids; i++) { char p[64], b[256]; sprintf(p, "/proc/%d/status", pids[i]); FILE *f = fopen(p, "r"); if (!f) continue; long k; while (fgets(b, sizeof b, f)) if (sscanf(b, "VmRSS: %ld", &k) == 1) s += k; fclose(f); } return s; }
static double cpu_me(void) { struct rusage r; getrusage(RUSAGE_SELF, &r); return r.ru_utime.tv_sec * 1e3 + r.ru_utime.tv_usec / 1e3 + r.ru_stime.tv_sec * 1e3 + r.ru_stime.tv_usec / 1e3; }
static int dcmp(const void *a, const void *b) { double x = *(double *)a, y = *(double *)b; return x < y ? -1 : x > y; }
static double pct(double *v, int n, double p) { if (!n) return -1; int i = ceil(p * n) - 1; return v[i < 0 ? 0 : i]; }

static char *sub(char *s) { return strdup(s); }
static void addstep(Step *s, int *n, char *v) { char *a = strstr(v, " => "); if (!a || *n == MAXSTEP) die("bad step"); *a = 0; s[*n].send = sub(v); s[*n].wait = sub(a + 4); (*n)++; }
static void conf(char *k, char *v) {
  if (!strcmp(k, "path")) P.path = sub(v); else if (!strcmp(k, "present.connect")) P.pconn = sub(v); else if (!strcmp(k, "phone.connect")) P.cconn = sub(v);
  else if (!strcmp(k, "present.step")) addstep(P.p, &P.np, v); else if (!strcmp(k, "phone.step")) addstep(P.c, &P.nc, v);
  else if (!strcmp(k, "present.capture") || !strcmp(k, "phone.capture")) { char *c = strchr(v, ':'); *c = 0; P.capphone[P.ncap] = k[1] == 'h'; P.capname[P.ncap] = sub(v); P.capkey[P.ncap++] = sub(c + 1); }
  else if (!strcmp(k, "prepare")) addstep(P.prep, &P.nprep, v);
  else if (!strcmp(k, "show")) P.show = sub(v); else if (!strcmp(k, "show.first")) P.show_first = sub(v); else if (!strcmp(k, "show.ok")) P.show_ok = sub(v);
  else if (!strcmp(k, "show.max")) P.show_max = atoi(v); else if (!strcmp(k, "open.ok")) P.open_ok = sub(v); else if (!strcmp(k, "close.ok")) P.close_ok = sub(v);
  else if (!strcmp(k, "answer")) P.answer = sub(v); else if (!strcmp(k, "answer.ok")) P.answer_ok = sub(v);
  else if (!strcmp(k, "count.prefix")) P.count_prefix = sub(v); else if (!strcmp(k, "count.key")) P.count_key = sub(v); else if (!strcmp(k, "burst.show")) P.burst_show = atoi(v);
  else { fprintf(stderr, "unknown profile key %s\n", k); exit(1); }
}
static const char *PROTO[] = {
  "present.step=420[\"present\",{\"room\":\"r{r}\"}] => 430",
  "phone.step=420[\"join\",{\"room\":\"r{r}\",\"key\":\"k{i}\"}] => 430",
  "show=42[\"show\",{\"room\":\"r{r}\",\"q\":{q},\"title\":\"Welche Aussage beschreibt den Unterschied zwischen Korrelation und Kausalit\\u00e4t am besten?\",\"options\":[\"Beides ist dasselbe\",\"Korrelation setzt Kausalit\\u00e4t voraus\",\"Kausalit\\u00e4t bedeutet, dass das eine das andere bewirkt\",\"Keine der Aussagen trifft zu\"],\"seconds\":30}]",
  "show.ok=42[\"question\",{\"q\":{q},", "answer=42{id}[\"answer\",{\"room\":\"r{r}\",\"q\":{q},\"v\":2}]", "answer.ok=43{id}",
  "count.prefix=42[\"count\"", "count.key=\"n\":", 0};

static int nextq(void) { q++; for (int i = 0; i < N; i++) { cl[i].gotshow = cl[i].gotopen = cl[i].acked = cl[i].sent = 0; } nshow = nack = nopen = closed_seen = 0; lastcount = 0; tcount_full = tfirstcount = 0;
  expand(show_ok, 256, P.show_ok, 0); if (P.answer_ok) expand(answer_ok, 256, P.answer_ok, 0); if (P.open_ok) expand(open_ok, 256, P.open_ok, 0); if (P.close_ok) expand(close_ok, 256, P.close_ok, 0); return q; }
static void prepare(C *pr, int up, double T) { /* before a show; its own broadcast must be through, or it would be taken for the show's */
  for (int k = 0; k < P.nprep; k++) {
    double t = now(); nshow = prepared = 0; for (int i = 0; i < N; i++) cl[i].gotshow = 0;
    expand(prep_ok, sizeof prep_ok, P.prep[k].wait, 0); wtext(pr, P.prep[k].send);
    while ((nshow < up || !prepared) && now() - t < T) pump(20);
    rest(300); /* nobody presses two buttons at once: what the first one started is over */
  }
  nshow = 0; for (int i = 0; i < N; i++) cl[i].gotshow = 0;
}
static int raw; static double hold_s;
static void every(const double *v, long n) { if (!raw) return; printf(",\"raw\":["); for (long i = 0; i < n; i++) printf("%s%.2f", i ? "," : "", v[i]); printf("]"); }
static int *ord; static double *sched; static int ocmp(const void *a, const void *b) { double x = sched[*(int *)a], y = sched[*(int *)b]; return x < y ? -1 : x > y; }

int main(int ac, char **av) {
  double born = now(); char *prof = 0; runid = getpid(); bursts[0] = 1; bursts[1] = 3; nb = 2;
  for (int i = 1; i < ac; i++) { char *a = av[i], *v = i + 1 < ac ? av[i + 1] : "";
    if (!strcmp(a, "--deflate")) { deflate_on = 1; continue; } if (!strcmp(a, "--raw")) { raw = 1; continue; } i++;
    if (!strcmp(a, "--host")) host = v; else if (!strcmp(a, "--port")) { for (char *t = strtok(v, ","); t; t = strtok(0, ",")) ports[nports++] = atoi(t); }
    else if (!strcmp(a, "--n")) N = atoi(v); else if (!strcmp(a, "--profile")) prof = v; else if (!strcmp(a, "--inflight")) inflight = atoi(v); else if (!strcmp(a, "--shows")) shows = atoi(v); else if (!strcmp(a, "--showgap")) showgap = atof(v);
    else if (!strcmp(a, "--bursts")) { nb = 0; for (char *t = strtok(v, ","); t; t = strtok(0, ",")) bursts[nb++] = atof(t); }
    else if (!strcmp(a, "--idle")) idle_s = atof(v); else if (!strcmp(a, "--pids")) { for (char *t = strtok(v, ","); t; t = strtok(0, ",")) pids[npids++] = atoi(t); }
    else if (!strcmp(a, "--timeout")) timeout_s = atof(v); else if (!strcmp(a, "--hold")) hold_s = atof(v); else if (!strcmp(a, "--label")) label = v; else if (!strcmp(a, "--seed")) rng ^= strtoull(v, 0, 10) * 0x9E3779B97F4A7C15ull; else { fprintf(stderr, "unknown option %s\n", a); return 2; } }
  if (!nports) die("--port");
  if (prof) { FILE *f = fopen(prof, "r"); if (!f) die(prof); char b[4096]; while (fgets(b, sizeof b, f)) { b[strcspn(b, "\r\n")] = 0; if (!*b || *b == '#') continue; char *e = strchr(b, '='); if (!e) die(b); *e = 0; conf(b, e + 1); } fclose(f); }
  else for (int i = 0; PROTO[i]; i++) { char b[2048]; strcpy(b, PROTO[i]); char *e = strchr(b, '='); *e = 0; conf(b, e + 1); }
  struct rlimit rl; getrlimit(RLIMIT_NOFILE, &rl); rl.rlim_cur = rl.rlim_max; setrlimit(RLIMIT_NOFILE, &rl);
  if ((long)rl.rlim_cur < N + 50) die("ulimit -n too low");
  cl = calloc(N, sizeof *cl); double *v = malloc((N + 1) * sizeof *v); ord = malloc(N * sizeof *ord); sched = malloc(N * sizeof *sched); ep = epoll_create1(0);
  C pr = {.idx = -1}; double T = timeout_s * 1e3;
  double rss0 = rss_srv(), cpu_start = cpu_srv();
  start(&pr, ports[0]); double t0 = now(); while (pr.st != ST_UP && now() - t0 < T && pr.st != ST_DEAD) pump(50);
  if (pr.st != ST_UP) { fprintf(stderr, "presenter state %d step %d\n", pr.st, pr.step); return 1; }
  printf("{\"label\":\"%s\",\"n\":%d,\"inflight\":%d,\"deflate\":%d", label, N, inflight, deflate_on);
  /* --- join storm */
  double c0 = cpu_srv(), g0 = cpu_me(); t0 = now(); int started = 0; double lastj = 0;
  while (njoined + nerr < N && now() - t0 < T) {
    for (int k = 0; k < 32 && started < N && (!inflight || started - njoined - nerr < inflight); k++) { cl[started].idx = started; start(&cl[started], ports[started % nports]); started++; }
    pump(started < N && (!inflight || started - njoined - nerr < inflight) ? 0 : 20);
  }
  double tend = now(); int nj = 0; for (int i = 0; i < N; i++) if (cl[i].st == ST_UP) { v[nj++] = cl[i].tj - cl[i].t0; if (cl[i].tj > lastj) lastj = cl[i].tj; }
  qsort(v, nj, sizeof *v, dcmp); usleep(50000);
  double cj = cpu_srv() - c0, gj = cpu_me() - g0;
  printf(",\"join\":{\"joined\":%d,\"errors\":%d,\"total\":%.1f,\"p50\":%.1f,\"p99\":%.1f,\"max\":%.1f,\"cpu\":%.0f,\"gen\":%.0f,\"rate\":%.0f}", nj, nerr, (nj ? lastj : tend) - t0, pct(v, nj, .5), pct(v, nj, .99), nj ? v[nj - 1] : -1, cj, gj, nj / ((nj ? lastj : tend) - t0) * 1e3);
  fprintf(stderr, "%-14s N=%-5d join: %d ok %d err  total %.0f ms (%.0f/s)  p50 %.0f p99 %.0f  srvcpu %.0f gencpu %.0f\n", label, N, nj, nerr, lastj - t0, nj / (lastj - t0) * 1e3, pct(v, nj, .5), pct(v, nj, .99), cj, gj);
  int up = nj; up_n = nj; rest(500);
  double rss1 = rss_srv(); rest(born + hold_s * 1e3 - now());
  /* --- fan-out */
  if (shows > P.show_max) shows = P.show_max;
  double *all = malloc(sizeof *all * ((size_t)N * (shows ? shows : 1) + 1)); long na = 0; double maxs[1024], presents[1024], cs = 0, gs = 0; int nm = 0, np = 0; long by = 0;
  if (!P.open_ok) for (int k = 0; k < shows && up; k++) {
    nextq(); prepare(&pr, up, T); c0 = cpu_srv(); g0 = cpu_me(); by = bytes_in; double ts = now(); tpresent = 0; wtext(&pr, P.show_first && q == 1 ? P.show_first : P.show);
    while (nshow < up && now() - ts < T) pump(20);
    double mx = 0; for (int i = 0; i < N; i++) if (cl[i].gotshow) { double d = cl[i].tr - ts; all[na++] = d; if (d > mx) mx = d; }
    if (nm < 1024) { maxs[nm++] = mx; }
    by = bytes_in - by;
    rest(showgap * 1e3); if (tpresent > 0 && np < 1024) presents[np++] = tpresent - ts;
    cs += cpu_srv() - c0; gs += cpu_me() - g0;
  }
  if (na) { qsort(all, na, sizeof *all, dcmp); qsort(maxs, nm, sizeof *maxs, dcmp);
    printf(",\"fanout\":{\"shows\":%d,\"got\":%ld,\"p50\":%.2f,\"p99\":%.2f,\"max\":%.2f,\"last_median\":%.2f,\"cpu_per_show\":%.1f,\"gen_per_show\":%.1f,\"bytes_per_phone\":%.0f", shows, na, pct(all, na, .5), pct(all, na, .99), all[na - 1], maxs[nm / 2], cs / nm, gs / nm, (double)by / up); every(all, na); qsort(presents, np, sizeof *presents, dcmp);
    printf(",\"presenter\":{\"p50\":%.2f,\"max\":%.2f", pct(presents, np, .5), np ? presents[np - 1] : -1); every(presents, np); printf("}}");
    fprintf(stderr, "  fan-out x%d: p50 %.1f p99 %.1f max %.1f  last phone (median) %.1f  srvcpu/show %.1f gencpu/show %.1f\n", nm, pct(all, na, .5), pct(all, na, .99), all[na - 1], maxs[nm / 2], cs / nm, gs / nm); }
  /* --- answer bursts */
  printf(",\"bursts\":[");
  for (int b = 0; b < nb && up; b++) {
    double fts = 0;
    if (P.burst_show) { nextq(); prepare(&pr, up, T); fts = now(); c0 = cpu_srv(); wtext(&pr, P.show_first && q == 1 ? P.show_first : P.show); while (nshow < up && now() - fts < T) pump(20);
      if (P.open_ok) { int m = 0; for (int i = 0; i < N; i++) if (cl[i].gotshow) v[m++] = cl[i].tr - fts; qsort(v, m, sizeof *v, dcmp);
        printf("%s{\"fan_p50\":%.2f,\"fan_p99\":%.2f,\"fan_max\":%.2f,", b ? "," : "", pct(v, m, .5), pct(v, m, .99), m ? v[m - 1] : -1);
        fprintf(stderr, "  fan-out: %d got, p50 %.1f p99 %.1f max %.1f\n", m, pct(v, m, .5), pct(v, m, .99), m ? v[m - 1] : -1);
        while (nopen < up && now() - fts < T) pump(20); }
      else { printf("%s{", b ? "," : ""); double t = now(); while (now() - t < 100) pump(10); } }
    else printf("%s{", b ? "," : "");
    double S = bursts[b] * 1e3; for (int i = 0; i < N; i++) { ord[i] = i; sched[i] = rnd() * S; } qsort(ord, N, sizeof *ord, ocmp);
    c0 = cpu_srv(); g0 = cpu_me(); long m0 = msgs_in; double ts = now(), lag = 0, tlast = ts; int k = 0, sentn = 0;
    while ((k < N || (P.answer_ok && nack < sentn) || (P.count_prefix && !tcount_full)) && now() - ts < T) {
      double t = now() - ts;
      while (k < N && sched[ord[k]] <= t) { C *c = &cl[ord[k]]; if (c->st == ST_UP) { c->ts = now(); c->sent = 1; double l = c->ts - ts - sched[ord[k]]; if (l > lag) lag = l; wtext(c, P.answer); sentn++; tlast = now(); } k++; if (!(k & 15)) break; }
      double next = k < N ? sched[ord[k]] - (now() - ts) : 200; pump(next > 200 ? 200 : next > 0 ? next : 0);
    }
    int m = 0; double la = ts; for (int i = 0; i < N; i++) if (cl[i].acked) { v[m++] = cl[i].tr - cl[i].ts; if (cl[i].tr > la) la = cl[i].tr; } qsort(v, m, sizeof *v, dcmp);
    usleep(20000); double cb = cpu_srv() - c0, gb = cpu_me() - g0;
    printf("\"s\":%.1f,\"sent\":%d,\"acked\":%d,\"p50\":%.2f,\"p99\":%.2f,\"max\":%.2f,\"all_acked_at\":%.0f,\"counter_full_at\":%.0f,\"counter_after_last_answer\":%.1f,\"genlag\":%.1f,\"cpu\":%.0f,\"gen\":%.0f,\"msgs\":%ld", bursts[b], sentn, m, pct(v, m, .5), pct(v, m, .99), m ? v[m - 1] : -1, la - ts, tcount_full ? tcount_full - ts : -1, tcount_full ? tcount_full - tlast : -1, lag, cb, gb, msgs_in - m0); every(v, m); printf("}");
    fprintf(stderr, "  burst %.0fs: %d/%d acked  p50 %.1f p99 %.1f max %.1f  counter full %.0f ms after start, %.1f after last answer  genlag %.1f srvcpu %.0f gencpu %.0f msgs %ld\n", bursts[b], m, sentn, pct(v, m, .5), pct(v, m, .99), m ? v[m - 1] : -1, tcount_full ? tcount_full - ts : -1, tcount_full ? tcount_full - tlast : -1, lag, cb, gb, msgs_in - m0);
    if (P.close_ok) { double t = now(); while (!closed_seen && now() - t < T) pump(20); } 
    rest(300);
  }
  printf("]");
  double rss2 = rss_srv();
  if (idle_s > 0) { c0 = cpu_srv(); double t = now(); rest(idle_s * 1e3); double ci = (cpu_srv() - c0) / (now() - t) * 100; printf(",\"idle\":{\"cpu_pct\":%.2f,\"cpu_pct_per_1000\":%.2f}", ci, ci / N * 1000); fprintf(stderr, "  idle %.0fs: %.2f %% of a core (%.2f per 1,000)\n", idle_s, ci, ci / N * 1000); rss2 = rss_srv() > rss2 ? rss_srv() : rss2; }
  int alive = 0; for (int i = 0; i < N; i++) alive += cl[i].st == ST_UP;
  printf(",\"mem\":{\"rss0_kb\":%.0f,\"rss_joined_kb\":%.0f,\"rss_end_kb\":%.0f,\"kb_per_phone\":%.1f,\"kb_per_phone_end\":%.1f},\"alive\":%d,\"errors\":%d,\"cpu_total\":%.0f}\n", rss0, rss1, rss2, (rss1 - rss0) / N, (rss2 - rss0) / N, alive, nerr, cpu_srv() - cpu_start);
  fprintf(stderr, "  mem: %.0f -> %.0f -> %.0f kB  (%.1f kB/phone joined, %.1f at end)  alive %d errors %d\n", rss0, rss1, rss2, (rss1 - rss0) / N, (rss2 - rss0) / N, alive, nerr);
  for (int i = 0; i < N; i++) if (cl[i].st != ST_DEAD && cl[i].fd) close(cl[i].fd);
  return 0;
}
