import { Box, Button, Popover, Text } from '@shopify/polaris';
import { InfoIcon } from '@shopify/polaris-icons';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Estimate } from '~/domain/estimate';
import { useFormat } from '~/i18n/shop-format';
import './metric-tile.css';
import { RangeBar } from './range-bar';

interface TileProps {
  readonly name: string;
  readonly period?: string;
  /** Definition of the metric, shown on demand. */
  readonly help: string;
  readonly figure: string;
  readonly tone?: 'risk' | 'steady' | 'gain';
  readonly chart?: ReactNode;
  readonly children?: ReactNode;
}

/** A number with its name, its period and its definition. */
export function Tile({ name, period, help, figure, tone, chart, children }: TileProps) {
  return (
    <div className="tm-tile">
      <div className="tm-tile__name">
        <span>
          {name}
          {period !== undefined && <span className="tm-muted"> · {period}</span>}
        </span>
        <MetricHelp name={name} help={help} />
      </div>
      <p className={`tm-tile__figure ${tone === undefined ? '' : `tm-tile__figure--${tone}`}`}>{figure}</p>
      {chart}
      <div className="tm-tile__note">{children}</div>
    </div>
  );
}

type EstimateTileProps = Omit<TileProps, 'figure' | 'chart'> & {
  /** Null while there is no model: the tile says so instead of showing a zero. */
  readonly estimate: Estimate | null;
  readonly tone: 'risk' | 'steady' | 'gain';
};

/** A tile for an uncertain number: mean, band and the interval in words. */
export function EstimateTile({ estimate, children, ...tile }: EstimateTileProps) {
  const t = useTranslations();
  const format = useFormat();
  if (!estimate) {
    return (
      <Tile {...tile} tone="steady" figure={t('dashboard.numbers.notYet')}>
        {t('dashboard.numbers.notYetNote')}
      </Tile>
    );
  }
  const text = format.estimate(estimate);
  return (
    <Tile
      {...tile}
      figure={text.mean}
      chart={
        <>
          <RangeBar estimate={estimate} tone={tile.tone} label={t('range.chart', { ...text })} />
          <p className="tm-tile__range">
            {text.low === text.high
              ? t('range.exact', { low: text.low })
              : t('range.between', { low: text.low, high: text.high })}
          </p>
        </>
      }
    >
      {children}
    </Tile>
  );
}

function MetricHelp({ name, help }: { readonly name: string; readonly help: string }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      activator={
        <Button
          variant="tertiary"
          size="micro"
          icon={InfoIcon}
          accessibilityLabel={t('dashboard.numbers.help', { metric: name })}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <Box padding="400" maxWidth="320px">
        <Text as="p">{help}</Text>
      </Box>
    </Popover>
  );
}
