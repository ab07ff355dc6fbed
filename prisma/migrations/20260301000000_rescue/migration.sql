-- Winning customers back: what the merchant decided, what a pass recommends, campaigns with their customers and codes.
-- AlterTable
ALTER TABLE "customer_prediction" ADD COLUMN     "alias" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rescue_gain" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "discount_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "discount_minor" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "shop_settings" (
    "shop_id" UUID NOT NULL,
    "category" TEXT,
    "margin_share" DOUBLE PRECISION,
    "margin_confirmed_at" TIMESTAMPTZ(3),
    "currency_confirmed_at" TIMESTAMPTZ(3),
    "max_discount" DOUBLE PRECISION NOT NULL DEFAULT 0.2,
    "contact_cost" DOUBLE PRECISION,
    "largest_rescue" INTEGER NOT NULL DEFAULT 1000,
    "code_days" INTEGER NOT NULL DEFAULT 30,
    "limits_confirmed_at" TIMESTAMPTZ(3),
    "stop_lifted_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_settings_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "saved_filter" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rescue_plan" (
    "pipeline_run_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rescue_plan_pkey" PRIMARY KEY ("pipeline_run_id")
);

-- CreateTable
CREATE TABLE "rescue_campaign" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "pipeline_run_id" UUID NOT NULL,
    "analysis_day" DATE NOT NULL,
    "language" TEXT NOT NULL,
    "terms" JSONB,
    "plan" JSONB,
    "hold_out" JSONB,
    "salt" TEXT NOT NULL,
    "error_code" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "windows_end_at" TIMESTAMPTZ(3),
    "exported_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "measured_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rescue_campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rescue_member" (
    "campaign_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tier" TEXT,
    "discount" DOUBLE PRECISION,
    "risk_tercile" INTEGER,
    "value_tercile" INTEGER,
    "window_days" INTEGER,
    "baseline" DOUBLE PRECISION,
    "order_value" DOUBLE PRECISION,
    "value_once_back" DOUBLE PRECISION,
    "at_risk" DOUBLE PRECISION,
    "expected_gain" DOUBLE PRECISION,
    "arm" TEXT,
    "code_id" UUID,

    CONSTRAINT "rescue_member_pkey" PRIMARY KEY ("campaign_id","customer_id")
);

-- CreateTable
CREATE TABLE "rescue_code" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "tier" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "percent" DOUBLE PRECISION NOT NULL,
    "minimum_minor" BIGINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "customers" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source_id" TEXT,

    CONSTRAINT "rescue_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_shop_id_name_key" ON "saved_filter"("shop_id", "name");

-- CreateIndex
CREATE INDEX "rescue_plan_shop_id_idx" ON "rescue_plan"("shop_id");

-- CreateIndex
CREATE INDEX "rescue_campaign_shop_id_created_at_idx" ON "rescue_campaign"("shop_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "rescue_campaign_shop_id_number_key" ON "rescue_campaign"("shop_id", "number");

-- CreateIndex
CREATE INDEX "rescue_member_shop_id_customer_id_idx" ON "rescue_member"("shop_id", "customer_id");

-- CreateIndex
CREATE INDEX "rescue_code_shop_id_idx" ON "rescue_code"("shop_id");

-- CreateIndex
CREATE UNIQUE INDEX "rescue_code_campaign_id_tier_position_key" ON "rescue_code"("campaign_id", "tier", "position");


-- Shopify tells codes apart without regard to case, and so do we.
CREATE UNIQUE INDEX "rescue_code_shop_id_code_key" ON "rescue_code"("shop_id", upper("code"));

-- The second wall between shops, as for every other table (20260101000100_row_level_security).
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'shop_settings', 'saved_filter', 'rescue_plan', 'rescue_campaign', 'rescue_member', 'rescue_code'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I
         USING (shop_id = (SELECT NULLIF(current_setting(''app.shop_id'', true), '''')::uuid))
         WITH CHECK (shop_id = (SELECT NULLIF(current_setting(''app.shop_id'', true), '''')::uuid))',
      tenant_table);
  END LOOP;
END $$;
