package io.siyu.web.page;

import io.siyu.web.access.AllowedToEveryone;
import io.siyu.web.access.AllowedToSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

    @GetMapping("/")
    @AllowedToSignedIn
    String home() {
        return "redirect:" + Section.LIVE.path();
    }

    @GetMapping("/design")
    @AllowedToEveryone
    String design() {
        return "page/design";
    }
}
