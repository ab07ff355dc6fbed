-- Every horizon and interval of the retention engine. Rows of earlier runs keep what they have: their results are of an
-- older shape, which pages read as absent until the next pass.
ALTER TABLE "customer_prediction" RENAME COLUMN "p_buy" TO "p_buy_365";
ALTER TABLE "customer_prediction" RENAME COLUMN "expected_purchases" TO "expected_purchases_365";
ALTER TABLE "customer_prediction" RENAME COLUMN "expected_purchases_low" TO "expected_purchases_365_low";
ALTER TABLE "customer_prediction" RENAME COLUMN "expected_purchases_high" TO "expected_purchases_365_high";
ALTER TABLE "customer_prediction"
    ADD COLUMN "p_buy_30" DOUBLE PRECISION,
    ADD COLUMN "p_buy_30_low" DOUBLE PRECISION,
    ADD COLUMN "p_buy_30_high" DOUBLE PRECISION,
    ADD COLUMN "p_buy_90_low" DOUBLE PRECISION,
    ADD COLUMN "p_buy_90_high" DOUBLE PRECISION,
    ADD COLUMN "p_buy_365_low" DOUBLE PRECISION,
    ADD COLUMN "p_buy_365_high" DOUBLE PRECISION,
    ADD COLUMN "churn_low" DOUBLE PRECISION,
    ADD COLUMN "churn_high" DOUBLE PRECISION,
    ADD COLUMN "expected_purchases_30" DOUBLE PRECISION,
    ADD COLUMN "expected_purchases_30_low" DOUBLE PRECISION,
    ADD COLUMN "expected_purchases_30_high" DOUBLE PRECISION,
    ADD COLUMN "expected_purchases_90" DOUBLE PRECISION,
    ADD COLUMN "expected_purchases_90_low" DOUBLE PRECISION,
    ADD COLUMN "expected_purchases_90_high" DOUBLE PRECISION,
    ADD COLUMN "expected_order_value_low" DOUBLE PRECISION,
    ADD COLUMN "expected_order_value_high" DOUBLE PRECISION,
    ADD COLUMN "clv_12m_low" DOUBLE PRECISION,
    ADD COLUMN "clv_12m_high" DOUBLE PRECISION,
    ADD COLUMN "margin_clv_12m" DOUBLE PRECISION,
    ADD COLUMN "drop_share" DOUBLE PRECISION,
    ADD COLUMN "set_aside" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "next_order_p95_days" DOUBLE PRECISION,
    ADD COLUMN "reasons" JSONB;

-- CreateTable
CREATE TABLE "forecast" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "pipeline_run_id" UUID NOT NULL,
    "made_on" DATE NOT NULL,
    "horizon_days" INTEGER NOT NULL,
    "engine_version" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,
    "interval_level" DOUBLE PRECISION NOT NULL,
    "expected_purchases" DOUBLE PRECISION NOT NULL,
    "expected_purchases_low" DOUBLE PRECISION NOT NULL,
    "expected_purchases_high" DOUBLE PRECISION NOT NULL,
    "expected_buyers" DOUBLE PRECISION NOT NULL,
    "expected_buyers_low" DOUBLE PRECISION NOT NULL,
    "expected_buyers_high" DOUBLE PRECISION NOT NULL,
    "expected_revenue" DOUBLE PRECISION NOT NULL,
    "expected_revenue_low" DOUBLE PRECISION NOT NULL,
    "expected_revenue_high" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "scored_at" TIMESTAMPTZ(3),
    "score" JSONB,

    CONSTRAINT "forecast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forecast_entry" (
    "forecast_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "p_buy_90" DOUBLE PRECISION NOT NULL,
    "expected_purchases_90" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "forecast_entry_pkey" PRIMARY KEY ("forecast_id","customer_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "forecast_pipeline_run_id_key" ON "forecast"("pipeline_run_id");

-- CreateIndex
CREATE INDEX "forecast_shop_id_made_on_idx" ON "forecast"("shop_id", "made_on");

-- CreateIndex
CREATE INDEX "forecast_entry_shop_id_customer_id_idx" ON "forecast_entry"("shop_id", "customer_id");

-- The second wall between shops, as for every other table (20260101000100_row_level_security).
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['forecast', 'forecast_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I
         USING (shop_id = (SELECT NULLIF(current_setting(''app.shop_id'', true), '''')::uuid))
         WITH CHECK (shop_id = (SELECT NULLIF(current_setting(''app.shop_id'', true), '''')::uuid))',
      tenant_table);
  END LOOP;
END $$;
