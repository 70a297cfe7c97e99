# One static binary and git, which --new-from-* and status need.
FROM golang:1.26-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /tvilling ./cmd/tvilling

FROM alpine:3.22
RUN apk add --no-cache git && git config --system --add safe.directory '*'
COPY --from=build /tvilling /usr/local/bin/tvilling
WORKDIR /work
ENTRYPOINT ["tvilling"]
CMD ["check"]
