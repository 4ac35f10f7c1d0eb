package io.siyu.web.ingest;

import io.siyu.web.access.AllowedToPrograms;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpenApiController {

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedToPrograms
    Resource describe() {
        return new ClassPathResource("openapi.json", OpenApiController.class);
    }
}
