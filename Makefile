# One entry for every habit. `make run` and `make test` do all set-up themselves; `make` alone lists the rest.

SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run test check fmt bench bundle fonts samples wire schema clean

help: ## 列出可用命令 · list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

run: ## 打开窗口；没有显示器时用样例批次走完全程 · open the window, or walk the sample batch without a display
	@tools/run.sh

test: ## 全部检查与测试 · every check and every test
	@tools/test.sh

check: ## 快速检查：不跑测试 · formats, lints and types only
	@tools/check.sh

fmt: ## 整理格式 · format all sources
	@cargo fmt --all
	@cd ui && npm run --silent format

bench: ## 实测速度（发布构建）· measure, in a release build
	@tools/bench.sh

bundle: ## 打安装包 · build the .deb
	@tools/bundle.sh

fonts: ## 重新生成 assets/fonts · cut the fonts again
	@tools/regenerate.sh fonts

samples: ## 重新生成 assets/samples · generate the sample batch again
	@tools/regenerate.sh samples

wire: ## 重新生成 ui/src/wire · generate the wire types again
	@tools/regenerate.sh wire

schema: ## 重新生成 docs/schema.sql · write the schema again
	@tools/regenerate.sh schema

clean: ## 清除构建产物 · remove what was built
	@cargo clean
	@rm -rf target/.setup ui/dist ui/node_modules out gen
