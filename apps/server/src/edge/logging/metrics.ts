import { Injectable } from '@nestjs/common';

type Labels = Readonly<Record<string, string>>;

interface Gauge {
  readonly help: string;
  read(): number;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const escaped = (value: string): string => value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
const labelled = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');

/** A handful of numbers for operators, without any personal data. Not prom-client: two shapes of metric are all there is. */
@Injectable()
export class Metrics {
  /** By method, class of the status and route; labels are written when somebody reads them. */
  private readonly requests = new Map<string, number>();
  private readonly gauges = new Map<string, Gauge>([
    ['process_uptime_seconds', { help: 'Seconds since this process started.', read: () => process.uptime() }],
    ['process_resident_memory_bytes', { help: 'Memory of this process.', read: () => process.memoryUsage.rss() }],
  ]);

  /** A number that is read whenever somebody asks; `name` in Prometheus' manner, with its unit: "foerdertakt_index_calls". */
  gauge(name: string, help: string, read: () => number): void {
    this.gauges.set(name, { help, read });
  }

  /** Routes are patterns and methods a closed list, so the number of series stays small whatever is asked for. */
  countRequest(method: string, route: string, status: number): void {
    const key = `${METHODS.includes(method) ? method : 'other'} ${Math.floor(status / 100)}xx ${route}`;
    this.requests.set(key, (this.requests.get(key) ?? 0) + 1);
  }

  /** Prometheus text format 0.0.4. */
  text(): string {
    const gauges = [...this.gauges].flatMap(([name, { help, read }]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      `${name} ${read()}`,
    ]);
    const counts = [...this.requests].map(([key, count]) => `http_requests_total{${labelled(labelsOf(key))}} ${count}`);
    const requests = ['# HELP http_requests_total Answered requests.', '# TYPE http_requests_total counter', ...counts];
    return `${[...gauges, ...requests].join('\n')}\n`;
  }
}

function labelsOf(key: string): Labels {
  const [method = '', status = '', ...route] = key.split(' ');
  return { method, route: route.join(' '), status };
}
