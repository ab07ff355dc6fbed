-- CreateEnum
CREATE TYPE "shop_status" AS ENUM ('active', 'uninstalled', 'redacted');

-- CreateTable
CREATE TABLE "shop" (
    "id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "status" "shop_status" NOT NULL DEFAULT 'active',
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "country_code" TEXT,
    "granted_scopes" TEXT[],
    "pseudonym_salt" TEXT NOT NULL,
    "current_run_id" UUID,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "shop_id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "source_created_at" TIMESTAMPTZ(3) NOT NULL,
    "lifetime_orders" INTEGER,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("shop_id","source_id")
);

-- CreateTable
CREATE TABLE "customer_tombstone" (
    "shop_id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_tombstone_pkey" PRIMARY KEY ("shop_id","pseudonym")
);

-- CreateTable
CREATE TABLE "order" (
    "shop_id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "customer_id" TEXT,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "local_day" DATE NOT NULL,
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "refunded_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "presentment_currency" TEXT NOT NULL,
    "presentment_net_minor" BIGINT NOT NULL,
    "financial_status" TEXT,
    "test" BOOLEAN NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "origin_source" TEXT,
    "utm_source" TEXT,
    "utm_medium" TEXT,
    "utm_campaign" TEXT,
    "origin_ready" BOOLEAN NOT NULL,

    CONSTRAINT "order_pkey" PRIMARY KEY ("shop_id","source_id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "shop_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "product_id" TEXT,
    "title" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "total_minor" BIGINT NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("shop_id","order_id","source_id")
);

-- CreateTable
CREATE TABLE "pending_change" (
    "shop_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL,
    "deletion" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pending_change_pkey" PRIMARY KEY ("shop_id","kind","source_id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "shop_id" UUID NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "triggered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("shop_id","webhook_id")
);

-- CreateTable
CREATE TABLE "connection" (
    "shop_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "error_code" TEXT,
    "last_success_at" TIMESTAMPTZ(3),
    "last_attempt_at" TIMESTAMPTZ(3),
    "cursor_updated_at" TIMESTAMPTZ(3),
    "bulk_operation_id" TEXT,
    "last_mode" TEXT,
    "reconciliation" JSONB,
    "reconciled_at" TIMESTAMPTZ(3),

    CONSTRAINT "connection_pkey" PRIMARY KEY ("shop_id","source")
);

-- CreateTable
CREATE TABLE "ad_spend" (
    "shop_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "campaign" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "spend_minor" BIGINT NOT NULL,
    "impressions" BIGINT,
    "clicks" BIGINT,

    CONSTRAINT "ad_spend_pkey" PRIMARY KEY ("shop_id","source","channel","campaign","day")
);

-- CreateTable
CREATE TABLE "pipeline_run" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "analysis_day" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pipeline_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pipeline_step" (
    "run_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "progress" DOUBLE PRECISION,
    "detail" JSONB,
    "error_code" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pipeline_step_pkey" PRIMARY KEY ("run_id","step")
);

-- CreateTable
CREATE TABLE "model_run" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "pipeline_run_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "engine_version" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "data_cutoff" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_prediction" (
    "shop_id" UUID NOT NULL,
    "model_run_id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "frequency" INTEGER NOT NULL,
    "recency_days" INTEGER NOT NULL,
    "age_days" INTEGER NOT NULL,
    "orders_counted" INTEGER NOT NULL,
    "last_order_day" DATE NOT NULL,
    "median_gap_days" DOUBLE PRECISION,
    "monetary_value" DOUBLE PRECISION NOT NULL,
    "p_alive" DOUBLE PRECISION,
    "p_buy_90" DOUBLE PRECISION,
    "p_buy" DOUBLE PRECISION,
    "churn" DOUBLE PRECISION,
    "expected_purchases" DOUBLE PRECISION,
    "expected_purchases_low" DOUBLE PRECISION,
    "expected_purchases_high" DOUBLE PRECISION,
    "expected_order_value" DOUBLE PRECISION,
    "clv" DOUBLE PRECISION,
    "clv_low" DOUBLE PRECISION,
    "clv_high" DOUBLE PRECISION,
    "clv_12m" DOUBLE PRECISION,
    "money_at_risk" DOUBLE PRECISION,
    "leaving" BOOLEAN NOT NULL,
    "next_order_p50_days" DOUBLE PRECISION,
    "next_order_p80_days" DOUBLE PRECISION,
    "segment" TEXT NOT NULL,

    CONSTRAINT "customer_prediction_pkey" PRIMARY KEY ("model_run_id","customer_id")
);

-- CreateTable
CREATE TABLE "activity_log" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tone" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "values" JSONB NOT NULL,

    CONSTRAINT "activity_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compliance_receipt" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "shop_domain" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "customer_pseudonym" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "report" JSONB,

    CONSTRAINT "compliance_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopify_session" (
    "id" TEXT NOT NULL,
    "shop_domain" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "scope" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "key_id" TEXT NOT NULL,
    "secrets" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shopify_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shop_domain_key" ON "shop"("domain");

-- CreateIndex
CREATE INDEX "order_shop_id_customer_id_idx" ON "order"("shop_id", "customer_id");

-- CreateIndex
CREATE INDEX "order_shop_id_local_day_idx" ON "order"("shop_id", "local_day");

-- CreateIndex
CREATE INDEX "webhook_event_shop_id_received_at_idx" ON "webhook_event"("shop_id", "received_at");

-- CreateIndex
CREATE INDEX "pipeline_run_shop_id_started_at_idx" ON "pipeline_run"("shop_id", "started_at");

-- CreateIndex
CREATE INDEX "pipeline_step_shop_id_idx" ON "pipeline_step"("shop_id");

-- CreateIndex
CREATE INDEX "model_run_shop_id_kind_created_at_idx" ON "model_run"("shop_id", "kind", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "model_run_pipeline_run_id_kind_key" ON "model_run"("pipeline_run_id", "kind");

-- CreateIndex
CREATE INDEX "customer_prediction_shop_id_customer_id_idx" ON "customer_prediction"("shop_id", "customer_id");

-- CreateIndex
CREATE INDEX "customer_prediction_model_run_id_money_at_risk_idx" ON "customer_prediction"("model_run_id", "money_at_risk" DESC);

-- CreateIndex
CREATE INDEX "activity_log_shop_id_at_idx" ON "activity_log"("shop_id", "at");

-- CreateIndex
CREATE INDEX "audit_log_shop_id_at_idx" ON "audit_log"("shop_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "compliance_receipt_shop_id_webhook_id_key" ON "compliance_receipt"("shop_id", "webhook_id");

-- CreateIndex
CREATE INDEX "shopify_session_shop_domain_idx" ON "shopify_session"("shop_domain");
